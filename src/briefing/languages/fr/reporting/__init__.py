"""Reporting: by which words a French sentence tells what somebody says, who it is, and what is said."""
