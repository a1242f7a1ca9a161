using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx.Graph;

/// <summary>All that a model is made of, wherever it stands: in the graph, in graphs inside of nodes, in functions.</summary>
internal static class OnnxParts
{
    /// <summary>All nodes.</summary>
    public static IEnumerable<NodeProto> Nodes(ModelProto model) =>
        Graphs(model).SelectMany(graph => graph.Node).Concat(model.Functions.SelectMany(function => function.Node));

    /// <summary>All tensors that hold values; a sparse one is two of them.</summary>
    public static IEnumerable<TensorProto> Tensors(ModelProto model)
    {
        var attributes = Attributes(model).ToList();
        var graphs = Graphs(model).ToList();
        var sparse = graphs.SelectMany(graph => graph.SparseInitializer)
            .Concat(attributes.SelectMany(attribute => attribute.SparseTensors.Prepend(attribute.SparseTensor)));
        return graphs.SelectMany(graph => graph.Initializer)
            .Concat(attributes.SelectMany(attribute => attribute.Tensors.Prepend(attribute.T)))
            .Concat(sparse.Where(tensor => tensor is not null).SelectMany(tensor => new[] { tensor.Values, tensor.Indices }))
            .Where(tensor => tensor is not null);
    }

    private static IEnumerable<AttributeProto> Attributes(ModelProto model) => Nodes(model).SelectMany(node => node.Attribute)
        .Concat(model.Functions.SelectMany(function => function.AttributeProto));

    private static IEnumerable<GraphProto> Graphs(ModelProto model)
    {
        var outer = model.TrainingInfo.SelectMany(info => new[] { info.Initialization, info.Algorithm }).Prepend(model.Graph);
        var inFunctions = model.Functions
            .SelectMany(function => function.Node.SelectMany(node => node.Attribute).Concat(function.AttributeProto)).SelectMany(Inner);
        var open = new Stack<GraphProto>(outer.Concat(inFunctions).Where(graph => graph is not null));
        while (open.TryPop(out var graph))
        {
            yield return graph;
            foreach (var inner in graph.Node.SelectMany(node => node.Attribute).SelectMany(Inner)) open.Push(inner);
        }
    }

    private static IEnumerable<GraphProto> Inner(AttributeProto attribute) =>
        attribute.Graphs.Prepend(attribute.G).Where(graph => graph is not null);
}
