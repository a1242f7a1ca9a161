using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.ML.Gan.Tabular.Tables;
using TabularIdentifier = Gan.Onnx.TabularIdentifier;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>
/// A table as the networks have it: what each column is to them, in choices and numbers. It holds no row, and encodes rows that it was not learnt
/// from.
/// </summary>
/// <remarks>
/// Columns with many categories are made before the numbers, the others after them: many names stand for something that has numbers of its own, as a
/// place has its distances; few are more often parts of a range, as an age group is.
/// </remarks>
/// <param name="Columns">The columns, in the table's order.</param>
/// <param name="Choices">
/// All choices: of columns with many categories, of the other columns that the generator makes, and of derived columns, which are only given.
/// </param>
/// <param name="ManyCategoriesCount">The choices of columns with many categories.</param>
/// <param name="MadeChoices">The choices that the generator makes.</param>
/// <param name="Numbers">The numbers of a row.</param>
/// <param name="DiscreteNumbers">The numbers that have hardly any but a few values; the slots of their choices stand behind the made ones.</param>
/// <param name="Orders">The numbers of which one is never greater than another; one that is to be put right before another stands before it.</param>
internal sealed record TableSchema(
    IReadOnlyList<ColumnForm> Columns, IReadOnlyList<Choice> Choices, int ManyCategoriesCount, int MadeChoices, IReadOnlyList<Number> Numbers,
    IReadOnlyList<DiscreteNumber> DiscreteNumbers, IReadOnlyList<NumberOrder> Orders)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new ValueTypeConverter(), new JsonStringEnumConverter() },
    };

    /// <value>The columns of the table beside these that name rows.</value>
    public IReadOnlyList<TabularIdentifier> Identifiers { get; init; } = [];

    /// <value>What rules keep of the numbers of a row; null where there are none.</value>
    public KeptNumbers? Kept { get; init; }

    /// <value>Where what is in the tensors of encoded rows.</value>
    [JsonIgnore]
    public RowLayout Layout { get; } =
        new(Choices, MadeChoices, [.. Numbers.Select(number => number.Presence is { } presence ? Choices[presence].ThereSlot : (int?)null)]);

    /// <value>The choices of columns with many categories: made before the numbers.</value>
    [JsonIgnore]
    public ChoiceGroup ManyCategories { get; } = new(0, [.. Choices.Take(ManyCategoriesCount)]);

    /// <value>The other choices that the generator makes: made after the numbers.</value>
    [JsonIgnore]
    public ChoiceGroup FewCategories { get; } = new(ManyCategoriesCount, [.. Choices.Take(MadeChoices).Skip(ManyCategoriesCount)]);

    /// <value>The indices of the made choices that are of categories.</value>
    public IReadOnlyList<int> CategoryChoices => [.. Columns.OfType<CategoryForm>().Select(column => column.Choice).OfType<int>().Order()];

    /// <value>The columns whose categories share slots.</value>
    public IReadOnlyList<CategoryForm> SharedColumns => [.. Columns.OfType<CategoryForm>().Where(column => !column.Slots.IsOneToOne)];

    /// <value>The roles that a table must be read with to be encoded.</value>
    public IReadOnlyDictionary<string, TabularColumnRole> Roles => Columns.ToDictionary(column => column.Name, column => column.Role);

    /// <summary>Learns a table's schema; the rows come with it, by the exact ranks of their numbers.</summary>
    /// <param name="table">The table.</param>
    /// <param name="keepsExtremes">Whether the least and the greatest number of a column come back as they are.</param>
    /// <exception cref="ArgumentException">No column has values that differ.</exception>
    public static EncodedRows Learn(Table table, bool keepsExtremes = false) => new SchemaLearner(table, keepsExtremes).Learn();

    /// <summary>
    /// Encodes rows that the schema was not learnt from. A category that was not learnt has no slot; a number that is missing though none was has any
    /// rank.
    /// </summary>
    /// <param name="table">Their table, read with <see cref="Roles"/>.</param>
    /// <exception cref="ArgumentException">A column is not there, or was read with another role.</exception>
    public EncodedRows Encode(Table table)
    {
        var rows = new EncodedRows(this, table.RowCount);
        foreach (var form in Columns)
        {
            var column = table.Find(form.Name);
            if (column is CategoryColumn != form.Role is TabularColumnRole.Categorical)
                throw new ArgumentException(
                    $"Column '{form.Name}' must be {form.Role}, as it was learnt, but is {column.Role}. Read it with that role.");
            form.Encode(table, column, rows);
        }
        return rows;
    }

    /// <summary>
    /// Of each row of a table, what is learnt of a number: its point, or its difference from another one's; NaN where that is missing.
    /// </summary>
    public double[] LearntValues(Number number, Table table)
    {
        var own = number.PointsIn(table);
        if (number.Difference is not { } difference) return own;
        var other = Numbers[difference.Base].PointsIn(table);
        return [.. own.Zip(other, (point, others) => difference.Of(number.Grid, point, others))];
    }

    /// <summary>The schema as JSON text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A schema that was written by <see cref="ToJson"/>.</summary>
    public static TableSchema FromJson(string json) => JsonSerializer.Deserialize<TableSchema>(json, Json)!;
}
