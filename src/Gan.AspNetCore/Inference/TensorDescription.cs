using System.Text.Json.Serialization;
using Microsoft.ML.OnnxRuntime;

namespace Gan.AspNetCore;

/// <summary>An input or an output of a model, as the protocol describes it.</summary>
/// <param name="Name">The tensor's name in the file.</param>
/// <param name="Datatype">The type of its elements.</param>
/// <param name="Shape">Its dimensions; -1 for any size.</param>
internal sealed record TensorDescription(string Name, string Datatype, IReadOnlyList<long> Shape)
{
    /// <value>The values of a row.</value>
    [JsonIgnore]
    public long RowSize => Shape.Skip(1).Aggregate(1L, (product, size) => product * Math.Max(1, size));

    public static TensorDescription[] Of(IReadOnlyDictionary<string, NodeMetadata> tensors) =>
        [.. tensors.Select(tensor => Of(tensor.Key, tensor.Value))];

    private static TensorDescription Of(string name, NodeMetadata tensor) =>
        new(name, TensorKind.Of(tensor.ElementDataType).Name, [.. tensor.Dimensions.Select(size => (long)size)]);
}
