"""The constructions of German reported speech, one small matcher each: a reading in, candidates out."""
