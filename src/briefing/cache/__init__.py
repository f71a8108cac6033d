"""Results of the stages, kept in a folder that may be deleted at any time: `.cache/briefing/` of a project.

A result stands under the hash of all that it is made of: content, the program with its rules, options. So nothing kept
can be out of date; what nobody asked for in the last runs is removed. The journal of decisions, by which the last
can be taken back, lies there too.
"""
