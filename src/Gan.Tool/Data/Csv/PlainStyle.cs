using Gan.Tool.Data.Forms;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Csv;

/// <summary>How columns are read from the command line of which no file is known.</summary>
internal static class PlainStyle
{
    /// <summary>The style of a column by its type; null where texts are taken as they are.</summary>
    public static ColumnStyle? Of(DataViewSchema.Column column) => FormOf(column.Type) is { } form ? new(column.Name, column.Name, form) : null;

    private static ColumnForm? FormOf(DataViewType type) => type switch
    {
        BooleanDataViewType => new BooleanForm("True", "False"),
        DateTimeDataViewType => new DateForm("O"),
        NumberDataViewType => new NumberForm(),
        _ => null,
    };
}
