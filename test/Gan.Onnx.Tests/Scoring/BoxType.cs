using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Scoring;

/// <summary>A value that ML.NET may reuse for the next row, so that no one can keep it.</summary>
internal sealed class Box
{
    public float Value { get; set; }
}

internal sealed class BoxType() : StructuredDataViewType(typeof(Box))
{
    public override bool Equals(DataViewType? other) => other is BoxType;

    public override int GetHashCode() => 1;
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class BoxTypeAttribute : DataViewTypeAttribute
{
    public override void Register() => DataViewTypeManager.Register(new BoxType(), typeof(Box), this);

    public override bool Equals(DataViewTypeAttribute? other) => other is BoxTypeAttribute;

    public override int GetHashCode() => 1;
}
