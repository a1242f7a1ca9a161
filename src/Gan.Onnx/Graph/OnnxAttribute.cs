namespace Gan.Onnx.Graph;

/// <summary>A named setting of an ONNX node, made from a pair: <c>("axis", 1)</c>.</summary>
public sealed class OnnxAttribute
{
    private OnnxAttribute(string name, object value)
    {
        Name = name;
        Value = value;
    }

    /// <value>The attribute's name in the ONNX standard.</value>
    public string Name { get; }

    /// <value>A <see cref="long"/>, a <see cref="float"/>, a <see cref="string"/>, or an array of one of them.</value>
    public object Value { get; }

    /// <summary>An integer.</summary>
    public static implicit operator OnnxAttribute((string Name, long Value) pair) => new(pair.Name, pair.Value);

    /// <summary>Integers.</summary>
    public static implicit operator OnnxAttribute((string Name, long[] Value) pair) => new(pair.Name, pair.Value);

    /// <summary>A number.</summary>
    public static implicit operator OnnxAttribute((string Name, float Value) pair) => new(pair.Name, pair.Value);

    /// <summary>Numbers.</summary>
    public static implicit operator OnnxAttribute((string Name, float[] Value) pair) => new(pair.Name, pair.Value);

    /// <summary>A text.</summary>
    public static implicit operator OnnxAttribute((string Name, string Value) pair) => new(pair.Name, pair.Value);

    /// <summary>Texts.</summary>
    public static implicit operator OnnxAttribute((string Name, string[] Value) pair) => new(pair.Name, pair.Value);
}
