"""For annotators: articles into the formats of INCEpTION, doccano and Label Studio, and back from them to records.

All three get the same marks on the text, with relations between them (`newsents.exchange.marks`).
"""

from newsents.exchange.cas import from_cas, to_cas, type_system
from newsents.exchange.doccano import from_doccano, to_doccano
from newsents.exchange.label_studio import from_label_studio, label_studio_config, to_label_studio

__all__ = [
    "from_cas",
    "from_doccano",
    "from_label_studio",
    "label_studio_config",
    "to_cas",
    "to_doccano",
    "to_label_studio",
    "type_system",
]
