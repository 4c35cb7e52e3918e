"""The network: a BERT encoder (multilingual-e5-small, trimmed) with linear taggers and a biaffine parser.

The first `merge` layers read pieces. Then the pieces of a word are averaged into one vector, and the other layers read
words. The Brown cluster of a word (Brown et al., 1992) is added to the embedding of its first piece.

Parser after Dozat and Manning (ICLR 2017): two projections of each word, a biaffine score for each pair.
Several sentences share one window; arcs stay inside a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from .e5 import E5


@dataclass
class Shape:
    vocabulary: int
    layers: int = 12
    merge: int = 12
    clusters: int = 0
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    arc: int = 256
    rel: int = 96
    tags: int = 0
    deprels: int = 0
    dropout: float = 0.1


class Dropout(nn.Module):
    """Dropout from a pool of random bits, drawn once: on a CPU those of `nn.Dropout` take a tenth of a step."""

    POOL = 8_000_003

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.p:
            return x
        return x * draw_mask(x.numel(), self.p, x.device).view(x.shape)


@cache
def mask_pool(p: float, device: torch.device) -> Tensor:
    return (torch.rand(Dropout.POOL, device=device) >= p).to(torch.bfloat16) / (1 - p)


def draw_mask(n: int, p: float, device: torch.device) -> Tensor:
    pool = mask_pool(p, device)
    start = int(torch.randint(0, len(pool) - n, ()))
    return pool[start : start + n]


class FusedAttention(torch.autograd.Function):
    """The attention operator of onnxruntime, for the exported network: a fifth faster than its parts."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        q, k, v = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (q, k, v))
        return functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)


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
        self.drop = Dropout(s.dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, h = x.shape
        if torch.onnx.is_in_onnx_export():
            attention = FusedAttention.apply(*self.qkv(x).split(h, dim=-1), self.heads)
            x = self.aln(x + self.ao(attention))
            return self.oln(x + self.fo(functional.gelu(self.fi(x))))
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        # written out: for heads this small, the fused kernel takes twice as long on a CPU
        scores = q @ k.transpose(-1, -2) * (h // self.heads) ** -0.5
        if mask is not None:
            scores = scores + mask.to(scores.dtype)
        attention = torch.softmax(scores, dim=-1, dtype=scores.dtype) @ v
        x = self.aln(x + self.drop(self.ao(attention.transpose(1, 2).reshape(b, n, h))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


def find_mask(present: Tensor) -> Tensor:
    """(b, n) booleans -> additive attention mask (b, 1, 1, n)."""
    return torch.zeros(present.shape, device=present.device).masked_fill(~present, -1e9)[:, None, None, :]


class Encoder(nn.Module):
    """ids, clusters, word (b, n) -> words (b, w, hidden).

    `word` numbers the word of each piece from 1; 0 is <s>, w + 1 is </s>, above that is padding. `clusters` is 0 but on
    the first piece of a word.
    """

    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.merge = s.merge
        self.word = nn.Embedding(s.vocabulary, s.hidden)
        self.position = nn.Embedding(s.positions, s.hidden)
        self.cluster = nn.Embedding(max(1, s.clusters), s.hidden)
        nn.init.zeros_(self.cluster.weight)
        self.ln = nn.LayerNorm(s.hidden, eps=1e-12)
        self.drop = Dropout(s.dropout)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s.layers))

    def forward(self, ids: Tensor, clusters: Tensor, word: Tensor, count: int, lengths: Tensor | None = None) -> Tensor:
        """`count` is the number of word places, <s> and </s> included; `lengths` (b), that of each row."""
        x = self.ln(self.word(ids) + self.position.weight[: ids.shape[1]])
        x = self.drop(x + self.cluster(clusters))
        mask = None if lengths is None else find_mask(word < lengths[:, None])
        for layer in self.layers[: self.merge]:
            x = layer(x, mask)
        places = torch.arange(count, device=word.device)
        member = (places[None, :, None] == word[:, None, :]).to(x.dtype)
        x = (member @ x) / member.sum(-1, keepdim=True).clamp(min=1)
        mask = None if lengths is None else find_mask(places[None] < lengths[:, None])
        for layer in self.layers[self.merge :]:
            x = layer(x, mask)
        return x[:, 1 : count - 1]


@dataclass
class Output:
    """Scores of w words in b windows, as `newsents.analysis.model.Scores` of one."""

    tags: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class Analyser(nn.Module):
    def __init__(self, s: Shape) -> None:
        super().__init__()
        self.shape = s
        self.encoder = Encoder(s)
        self.drop = Dropout(s.dropout)
        self.tags = nn.Linear(s.hidden, s.tags)
        self.arc_d, self.arc_h = nn.Linear(s.hidden, s.arc), nn.Linear(s.hidden, s.arc)
        self.rel_d, self.rel_h = nn.Linear(s.hidden, s.rel), nn.Linear(s.hidden, s.rel)
        self.root = nn.Parameter(torch.zeros(s.hidden).normal_(std=0.02))
        self.arc = nn.Parameter(torch.zeros(s.arc + 1, s.arc))
        self.relation = nn.Parameter(torch.zeros(s.deprels, s.rel + 1, s.rel + 1).normal_(std=0.01))

    def forward(self, ids: Tensor, clusters: Tensor, word: Tensor, count: int, lengths: Tensor | None = None) -> Output:
        words = self.drop(self.encoder(ids, clusters, word, count, lengths))
        with_root = torch.cat([self.root.expand(words.shape[0], 1, -1), words], dim=1)
        arc_d, arc_h = functional.gelu(self.arc_d(words)), functional.gelu(self.arc_h(with_root))
        arcs = (arc_d @ self.arc[:-1] + self.arc[-1]) @ arc_h.transpose(1, 2)
        return Output(
            self.tags(words), arcs, functional.gelu(self.rel_d(words)), functional.gelu(self.rel_h(with_root))
        )

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
