"""Whom an attribution means. `resolution` goes through the candidates in text order; it asks

`frame` for the phrase that the frame names, with its bounds (`phrase_bounds`) and its parts (`noun_phrases`);
`pronouns` ("er") and `nominals` ("die Ministerin") for the one whom a phrase takes up, of those whom the text mentions
(`referents`, ranked by `antecedents`); `actors` for who acts in a sentence without a quote; `nesting` for the quote
around a quote. `discourse` knows where the article's entities stand.
"""
