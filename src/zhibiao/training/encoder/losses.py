"""What is minimised beside the losses of sentence-transformers. Imported only where torch is installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch


class SameCategory(torch.nn.Module):  # type: ignore[misc]
    """Rows of one category lie nearer to each other than to all others (Khosla and others 2020, supervised contrastive learning)."""

    def __init__(self, model: Any, scale: float) -> None:
        super().__init__()
        self.model = model
        self.scale = scale

    def forward(self, sentence_features: Iterable[dict[str, Any]], labels: Any) -> Any:
        """Mean over the rows of a batch of minus the log share that rows of the same category have of all nearness."""
        vectors = torch.nn.functional.normalize(self.model(next(iter(sentence_features)))["sentence_embedding"], dim=1)
        itself = torch.eye(len(vectors), dtype=torch.bool)
        nearness = (vectors @ vectors.T * self.scale).masked_fill(itself, float("-inf"))
        shares = (nearness - torch.logsumexp(nearness, dim=1, keepdim=True)).masked_fill(itself, 0.0)
        same = (labels[:, None] == labels[None, :]) & ~itself
        return -((shares * same).sum(dim=1) / same.sum(dim=1).clamp(min=1)).mean()


class Weighted(torch.nn.Module):  # type: ignore[misc]
    """A loss times a number."""

    def __init__(self, loss: Any, weight: float) -> None:
        super().__init__()
        self.loss = loss
        self.weight = weight

    def forward(self, sentence_features: Iterable[dict[str, Any]], labels: Any) -> Any:
        """The loss, weighted."""
        return self.weight * self.loss(sentence_features, labels)
