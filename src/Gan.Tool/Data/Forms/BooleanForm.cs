using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Forms;

/// <summary>Truth values; texts where some are missing, since no Boolean of a table can be.</summary>
/// <param name="True">How a file writes true.</param>
/// <param name="False">How it writes false.</param>
internal sealed record BooleanForm(string True, string False) : ColumnForm
{
    private static readonly BooleanForm[] All = [new("True", "False"), new("true", "false"), new("TRUE", "FALSE")];

    public override string Kind => "Booleans";

    public override string Example => True;

    /// <summary>The form of all texts; null if there is none.</summary>
    public static BooleanForm? Find(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : All.FirstOrDefault(form => texts.All(text => text == form.True || text == form.False));

    /// <summary>Any spelling of a truth value, since files that are compared differ in it.</summary>
    public override bool CanRead(string text) => TruthOf(text) is not null;

    public override DataFrameColumn Read(string name, ColumnCells cells) => cells.HasMissing
        ? new StringDataFrameColumn(name, cells.Select(text => text is null ? "" : ToGiven(text)))
        : new BooleanDataFrameColumn(name, cells.Select(text => TruthOf(text!)!.Value));

    public override Func<string?> Writer(DataViewRow row, DataViewSchema.Column column) => column.Type is BooleanDataViewType
        ? Cells.Of<bool>(row, column, Written)
        : Cells.Of<ReadOnlyMemory<char>>(row, column, text => text.IsEmpty ? null : Written(TruthOf(text.ToString())!.Value));

    public override string ToGiven(string text) => TruthOf(text)?.ToString() ?? text;

    private string Written(bool truth) => truth ? True : False;

    private static bool? TruthOf(string text) => text switch
    {
        "1" => true,
        "0" => false,
        _ => bool.TryParse(text, out var truth) && text.Length == text.Trim().Length ? truth : null,
    };
}
