using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.State;

/// <summary>Reads what a <see cref="StateWriter"/> has written.</summary>
/// <param name="values">The state.</param>
/// <param name="section">What stands before each name.</param>
internal sealed class StateReader(SavedState values, string section = "")
{
    public void Read(string name, IResumable part) => part.Load(Section(name));

    /// <summary>Whether something was written under a name.</summary>
    public bool Has(string name) => values.ContainsKey(section + name);

    public T Read<T>(string name) where T : struct => ReadArray<T>(name, 1)[0];

    /// <summary>A copy of an array.</summary>
    /// <exception cref="InvalidOperationException">There is none of this name and type.</exception>
    public T[] ReadArray<T>(string name) where T : struct => values.GetValueOrDefault(section + name)?.Values is T[] found
        ? [.. found]
        : throw Fault($"must have '{section}{name}' as numbers of {typeof(T).Name}, but has not");

    /// <summary>Reads an array's numbers into it.</summary>
    public void ReadInto<T>(string name, T[] numbers) where T : struct => ReadArray<T>(name, numbers.Length).CopyTo(numbers, 0);

    /// <summary>Reads a tensor's values into it.</summary>
    public void ReadInto(string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        tensor.copy_(Values(name, tensor.dtype, tensor.numel()).reshape(tensor.shape));
    }

    /// <summary>Reads tensors that were written under their numbers.</summary>
    public void ReadInto(string name, IEnumerable<Tensor> tensors)
    {
        var within = Section(name);
        foreach (var (index, tensor) in tensors.Index()) within.ReadInto($"{index}", tensor);
    }

    /// <summary>What was written under a name of its own, as it is.</summary>
    public SavedState ReadState(string name)
    {
        var (prefix, part) = ($"{section}{name}/", new SavedState());
        foreach (var (path, tensor) in values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
            part.Add(path[prefix.Length..], tensor);
        return part;
    }

    /// <summary>Reads what was written under a name of its own.</summary>
    public StateReader Section(string name) => new(values, $"{section}{name}/");

    private Tensor Values(string name, ScalarType type, long count) => type switch
    {
        ScalarType.Byte => tensor(ReadArray<byte>(name, count)),
        ScalarType.Int64 => tensor(ReadArray<long>(name, count)),
        ScalarType.Float32 => tensor(ReadArray<float>(name, count)),
        _ => tensor(ReadArray<double>(name, count)),
    };

    private T[] ReadArray<T>(string name, long count) where T : struct
    {
        var found = ReadArray<T>(name);
        return found.Length == count ? found : throw Fault($"must have {count} numbers as '{section}{name}', but has {found.Length}");
    }

    private static InvalidOperationException Fault(string what) =>
        new($"The state of a training {what}. Resume with the options and the data that it was saved with.");
}
