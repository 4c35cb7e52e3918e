"""The network: a BERT encoder (multilingual-e5-small, trimmed) with linear taggers and a biaffine parser.

Parser after Dozat and Manning (ICLR 2017): two projections of each word, a biaffine score for each pair.
A word is represented by its first piece. Several sentences share one window; arcs stay inside a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from .e5 import E5


@dataclass
class Shape:
    vocabulary: int
    layers: int = 12
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 256
    rel: int = 96
    tags: int = 0
    deprels: int = 0
    dropout: float = 0.1


class Layer(nn.Module):
    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.heads = s.heads
        self.qkv = nn.Linear(s.hidden, 3 * s.hidden)
        self.ao = nn.Linear(s.hidden, s.hidden)
        self.aln = nn.LayerNorm(s.hidden, eps=1e-12)
        self.fi = nn.Linear(s.hidden, s.inner)
        self.fo = nn.Linear(s.inner, s.hidden)
        self.oln = nn.LayerNorm(s.hidden, eps=1e-12)
        self.drop = nn.Dropout(s.dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, h = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            attention = torch.softmax(q @ k.transpose(-1, -2) * (h // self.heads) ** -0.5, dim=-1) @ v
        else:
            attention = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.aln(x + self.drop(self.ao(attention.transpose(1, 2).reshape(b, n, h))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Encoder(nn.Module):
    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.word = nn.Embedding(s.vocabulary, s.hidden)
        self.position = nn.Embedding(s.positions, s.hidden)
        self.ln = nn.LayerNorm(s.hidden, eps=1e-12)
        self.drop = nn.Dropout(s.dropout)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s.layers))

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.drop(self.ln(self.word(ids) + self.position.weight[: ids.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Analyser(nn.Module):
    """ids (b, n), first piece of each word (b, w) -> tag logits (b, w, tags), arcs (b, w, w + 1), relation parts."""

    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.shape = s
        self.encoder = Encoder(s)
        self.drop = nn.Dropout(s.dropout)
        self.tags = nn.Linear(s.hidden, s.tags)
        self.arc_d, self.arc_h = nn.Linear(s.hidden, s.arc), nn.Linear(s.hidden, s.arc)
        self.rel_d, self.rel_h = nn.Linear(s.hidden, s.rel), nn.Linear(s.hidden, s.rel)
        self.root = nn.Parameter(torch.zeros(s.hidden).normal_(std=0.02))
        self.arc = nn.Parameter(torch.zeros(s.arc + 1, s.arc))
        self.relation = nn.Parameter(torch.zeros(s.deprels, s.rel + 1, s.rel + 1).normal_(std=0.01))

    def words(self, ids: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.encoder(ids, mask)
        return self.drop(x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1])))

    def forward(self, ids: Tensor, first: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        words = self.words(ids, first, mask)
        with_root = torch.cat([self.root.expand(words.shape[0], 1, -1), words], dim=1)
        arc_d, arc_h = functional.gelu(self.arc_d(words)), functional.gelu(self.arc_h(with_root))
        arcs = (arc_d @ self.arc[:-1] + self.arc[-1]) @ arc_h.transpose(1, 2)
        return self.tags(words), arcs, functional.gelu(self.rel_d(words)), functional.gelu(self.rel_h(with_root))

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(k, rel) × (k, rel) -> (k, deprels): label scores of chosen arcs."""
        d, h = functional.pad(dependents, (0, 1), value=1.0), functional.pad(heads, (0, 1), value=1.0)
        return torch.einsum("ki,lij,kj->kl", d, self.relation, h)


def load_e5(model: Analyser, e5: E5, kept: list[int], layers: list[int]) -> None:
    """Copies the pretrained weights: the kept rows of the vocabulary and the named layers."""
    t = {k: torch.from_numpy(v) for k, v in e5.tensors.items()}
    h = model.shape.hidden
    encoder = model.encoder
    with torch.no_grad():
        encoder.word.weight.copy_(t["emb.word"].view(-1, h)[kept])
        encoder.position.weight.copy_(t["emb.pos"].view(-1, h) + t["emb.type"].view(-1, h)[0])
        encoder.ln.weight.copy_(t["emb.ln.w"])
        encoder.ln.bias.copy_(t["emb.ln.b"])
        for layer, source in zip(encoder.layers, layers, strict=True):
            p = f"l{source}."
            layer.qkv.weight.copy_(torch.cat([t[p + x + ".w"].view(h, h) for x in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([t[p + x + ".b"] for x in "qkv"]))
            for name, module in (
                ("ao", layer.ao),
                ("aln", layer.aln),
                ("fi", layer.fi),
                ("fo", layer.fo),
                ("oln", layer.oln),
            ):
                module.weight.copy_(t[p + name + ".w"].view_as(module.weight))
                module.bias.copy_(t[p + name + ".b"])
