"""Whom a noun phrase or pronoun means, read in this order:

word → `person_nouns` (what a noun says), `body_names`; Doc → `discourse` (sentences, names, roles by token) →
`referents` (everybody mentioned) → `antecedents` (who is present at a point) → `pronouns` ("er"), `nominals`
("die Ministerin").
`noun_phrases` and `phrase_bounds` read the phrase itself, `actors` finds who acts in a sentence without a quote.
"""
