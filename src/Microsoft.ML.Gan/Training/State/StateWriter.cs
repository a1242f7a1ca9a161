using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.State;

/// <summary>Writes the state of a training: arrays of numbers by name, those of each part under the part's own name.</summary>
/// <param name="values">Takes in the arrays, each a copy.</param>
/// <param name="section">What stands before each name.</param>
internal sealed class StateWriter(SavedState values, string section = "")
{
    public void Write(string name, IResumable part) => part.Save(Section(name));

    public void Write<T>(string name, T number) where T : struct => Add(name, new[] { number });

    public void Write<T>(string name, T[] numbers) where T : struct => Add(name, (T[])numbers.Clone());

    public void Write(string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var flat = tensor.detach().cpu().contiguous();
        switch (flat.dtype)
        {
            case ScalarType.Byte: Add(name, flat.data<byte>().ToArray(), flat.shape); break;
            case ScalarType.Int64: Add(name, flat.data<long>().ToArray(), flat.shape); break;
            case ScalarType.Float32: Add(name, flat.data<float>().ToArray(), flat.shape); break;
            case ScalarType.Float64: Add(name, flat.data<double>().ToArray(), flat.shape); break;
            default: throw Fault(section + name, flat.dtype);
        }
    }

    /// <summary>Writes what another writer has taken in; both have the same arrays then.</summary>
    public void Write(string name, SavedState part)
    {
        foreach (var (within, tensor) in part) values.Add($"{section}{name}/{within}", tensor);
    }

    /// <summary>Writes tensors under their numbers.</summary>
    public void Write(string name, IEnumerable<Tensor> tensors)
    {
        var within = Section(name);
        foreach (var (index, tensor) in tensors.Index()) within.Write($"{index}", tensor);
    }

    /// <summary>Writes under a name of their own what several calls write.</summary>
    public StateWriter Section(string name) => new(values, $"{section}{name}/");

    private static NotSupportedException Fault(string name, ScalarType type) =>
        new($"A tensor of a training's state must be of bytes, whole numbers or floating-point numbers, but '{name}' was of {type}.");

    private void Add(string name, Array numbers, long[]? shape = null) => values.Add(section + name, new(numbers, shape ?? [numbers.LongLength]));
}
