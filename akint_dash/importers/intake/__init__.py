"""Files that wait to be read in: what was sent, what the check of it says, and how far the work has come.

A page shows it, a person confirms it or walks away. The reading, the check and the writing are those of the command.
"""
