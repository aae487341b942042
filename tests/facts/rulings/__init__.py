"""Rulings of the committee: names, dates, outcomes, mentions and whole documents."""
