"""The editor's desk: a page on which a person decides about claims and links, a key each.

`briefing desk` serves it to this machine alone; the same page stands in a folder for those who have no shell, and hands
over a file of decisions. It decides nothing itself: what it sends are the decisions of `review`.
"""
