"""A Doc as every rule reads it: `view.View` holds words, tags and offsets, and asks the other modules when needed.

`paragraphs`, `sentences`, `datelines`, `ranges`: stretches; `marked`: what stands in quotation marks; `names`: what the
pipeline marked; `mood`: subjunctives; `tree`: dependencies, UD in any case (`tiger` makes them, `punctuation` mends).
"""
