using System.Text.Json.Serialization;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>How a file writes the values of a column: it parses cells, and writes values back as the file had them.</summary>
/// <remarks>It holds no value of the file, since it goes into the generator's file.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextForm), "text")]
[JsonDerivedType(typeof(BooleanForm), "boolean")]
[JsonDerivedType(typeof(NumberForm), "number")]
[JsonDerivedType(typeof(DurationForm), "duration")]
[JsonDerivedType(typeof(DateForm), "date")]
internal abstract record ColumnForm
{
    /// <value>What the cells are, in the plural.</value>
    public abstract string Kind { get; }

    /// <value>A value that stands for all, as the file would write it; null if nothing is special about it.</value>
    public virtual string? Example => null;

    /// <summary>Whether a cell is written in this form.</summary>
    public abstract bool CanRead(string text);

    /// <summary>The column of a table.</summary>
    public abstract DataFrameColumn Read(string name, ColumnCells cells);

    /// <summary>Gives the text of a row's cell; null where it is missing.</summary>
    public abstract Func<string?> Writer(DataViewRow row, DataViewSchema.Column column);

    /// <summary>A cell's text as a generator is given it; the text itself if it is of no such form.</summary>
    public abstract string ToGiven(string text);
}
