using System.Text.Json;
using Gan.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Gan.AspNetCore;

/// <summary>Reads a request of the protocol for one model.</summary>
/// <param name="model">The model.</param>
/// <param name="mostRows">The most rows of a request.</param>
internal sealed class InferenceRequestReader(OnnxModel model, int mostRows)
{
    private const long MostValues = 1 << 22;            // of an output: 16 MB of Single, three times as much of JSON

    private readonly TensorDescription[] _outputs = TensorDescription.Of(model.Outputs);
    private long? _rows;

    /// <exception cref="RequestException">The request does not fit the model; the message names the member that is wrong.</exception>
    public InferenceRequest Read(JsonElement body)
    {
        var id = Members.Optional(body, "id", JsonValueKind.String)?.GetString();
        var outputs = Outputs(body);
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            foreach (var input in Members.Required(body, "inputs", JsonValueKind.Array).EnumerateArray()) Add(input, inputs);
            foreach (var name in model.Inputs.Keys.Where(name => !inputs.ContainsKey(name)))
                throw Members.Refused($"The member 'inputs' must have the input '{name}', but has not. See the model's inputs.");
            return new(id, inputs, outputs);
        }
        catch
        {
            foreach (var tensor in inputs.Values) tensor.Dispose();
            throw;
        }
    }

    private void Add(JsonElement input, Dictionary<string, OrtValue> inputs)
    {
        var name = Members.Required(input, "name", JsonValueKind.String).GetString()!;
        if (!model.Inputs.TryGetValue(name, out var known))
        {
            throw Members.Refused(
                $"The name of an input must be one of {string.Join(", ", model.Inputs.Keys.Take(20))}, " +
                $"but was '{Kinds.Shown(name)}'. See the model's inputs.");
        }
        if (inputs.ContainsKey(name)) throw Members.Refused($"The input '{name}' must be given once, but was given twice. Give it once.");
        var kind = TensorKind.Of(known.ElementDataType);
        var datatype = Members.Required(input, "datatype", JsonValueKind.String).GetString()!;
        if (datatype != kind.Name)
            throw Members.Refused($"The datatype of the input '{name}' must be {kind.Name}, but was '{Kinds.Shown(datatype)}'. Send {kind.Name}.");
        var shape = Shape(name, input, known.Dimensions);
        var values = Members.Flat(Members.Required(input, "data", JsonValueKind.Array));
        var size = shape.Aggregate(1L, (product, length) => product * length);
        if (values.Count != size)
        {
            throw Members.Refused(FormattableString.Invariant(
                $"The data of the input '{name}' must have {size} values by its shape, but has {values.Count}. Send all rows, one after the other."));
        }
        inputs.Add(name, kind.Read(values, shape) ?? throw Members.Refused(
            $"The data of the input '{name}' must be values of {kind.Name}, but one of them is not. Send numbers of its range."));
    }

    private long[] Shape(string name, JsonElement input, int[] dimensions)
    {
        var shape = Members.Required(input, "shape", JsonValueKind.Array).EnumerateArray()
            .Select(size => size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var length) ? length : -1).ToArray();
        var fits = shape.Length == dimensions.Length
            && shape.Zip(dimensions).All(pair => pair.Second < 0 ? pair.First >= 1 : pair.First == pair.Second);
        if (!fits)
        {
            throw Members.Refused(
                $"The shape of the input '{name}' must be [{string.Join(", ", dimensions.Select(size => size < 0 ? "N" : $"{size}"))}], " +
                $"but was [{string.Join(", ", shape.Take(8))}]. Give N as the number of rows, at least 1.");
        }
        var most = Math.Min(mostRows, Math.Max(1, MostValues / _outputs.Max(output => output.RowSize)));
        if (shape[0] > most)
        {
            throw Members.Refused(FormattableString.Invariant(
                $"The shape of the input '{name}' must have at most {most} rows, but has {shape[0]}. Send them in several requests."));
        }
        if (shape[0] == (_rows ??= shape[0])) return shape;
        throw Members.Refused(FormattableString.Invariant(
            $"The shape of the input '{name}' must have as many rows as the one before it, {_rows}, but has {shape[0]}. Give each input all rows."));
    }

    private IReadOnlyList<string> Outputs(JsonElement body)
    {
        if (Members.Optional(body, "outputs", JsonValueKind.Array) is not { } wanted) return [.. model.Outputs.Keys];
        string[] names = [.. wanted.EnumerateArray().Select(output => Members.Required(output, "name", JsonValueKind.String).GetString()!)];
        if (names.Except(model.Outputs.Keys).FirstOrDefault() is { } unknown)
        {
            throw Members.Refused(
                $"The name of an output must be one of {string.Join(", ", model.Outputs.Keys.Take(20))}, but was '{Kinds.Shown(unknown)}'. " +
                "See the model's outputs.");
        }
        return names.Length > 0 ? [.. names.Distinct()] : [.. model.Outputs.Keys];
    }
}
