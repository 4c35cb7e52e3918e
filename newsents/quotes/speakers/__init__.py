"""Whom an attribution means. `resolution` goes through the candidates in text order; it asks

`frame` for the phrase that the frame names, with its bounds (`phrase_bounds`) and its parts (`noun_phrases`);
`pronouns` ("er") and `nominals` ("die Ministerin") for the one whom a phrase takes up; `owners` for whose a
statement is ("nach eigenen Angaben"); `alone` for who speaks words without a frame, with `actors` for who acts in a
sentence; `nesting` for the quote around a quote; `headlines` for words
that stand in the headline alone.

Where several may be meant, `presence` says what speaks for each, and `ranking` chooses by learnt weights. `reading_on`
takes up one mention (`referents`) after the other, and `antecedents` keeps who was mentioned and who spoke, each of
them a `someone`. `discourse` knows where the article's entities stand.
"""
