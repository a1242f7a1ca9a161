namespace Gan.Tool.Data.Forms;

/// <summary>The order of the parts of a date: year, month and day.</summary>
internal enum DateOrder
{
    /// <summary>2024-02-29.</summary>
    Ymd,

    /// <summary>29/02/2024.</summary>
    Dmy,

    /// <summary>02/29/2024.</summary>
    Mdy,
}
