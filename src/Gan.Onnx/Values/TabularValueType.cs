namespace Gan.Onnx;

/// <summary>The type of a table's column, as ML.NET has it and as its tensor has it.</summary>
internal enum TabularValueType
{
    /// <summary><see cref="float"/>; NaN where missing.</summary>
    Single,

    /// <summary><see cref="double"/>; NaN where missing.</summary>
    Double,

    SByte,
    Int16,
    Int32,
    Int64,
    Byte,
    UInt16,
    UInt32,
    UInt64,
    Boolean,

    /// <summary>Text; empty where missing.</summary>
    Text,

    /// <summary>A key, counted from 1, 0 where missing; its tensor has the key's raw type.</summary>
    KeyByte,

    KeyUInt16,
    KeyUInt32,
    KeyUInt64,

    /// <summary>A date and time; its tensor has 64-bit ticks.</summary>
    DateTime,

    /// <summary>A span of time; its tensor has 64-bit ticks.</summary>
    TimeSpan,

    /// <summary>A moment; its tensor has 64-bit ticks of universal time.</summary>
    DateTimeOffset,
}
