namespace Gan.Tool.Data.Csv;

/// <summary>What the cells of a stored column are, whatever its database calls that.</summary>
internal enum CellKind
{
    /// <summary>Texts.</summary>
    Text,

    /// <summary>Truth values.</summary>
    Boolean,

    /// <summary>Whole numbers of 16 bits.</summary>
    Int16,

    /// <summary>Whole numbers of 32 bits.</summary>
    Int32,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64,

    /// <summary>Numbers with so many decimals.</summary>
    Decimal,

    /// <summary>Floating-point numbers of 32 bits.</summary>
    Single,

    /// <summary>Floating-point numbers of 64 bits.</summary>
    Double,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Times of day.</summary>
    Time,

    /// <summary>Days with times.</summary>
    Timestamp,

    /// <summary>Moments: days with times and an offset.</summary>
    ZonedTimestamp,

    /// <summary>Spans of time.</summary>
    Duration,

    /// <summary>GUIDs.</summary>
    Guid,
}
