"""Reconcile: claim files belong to the people who edit them."""
