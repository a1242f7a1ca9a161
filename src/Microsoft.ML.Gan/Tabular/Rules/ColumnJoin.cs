using Gan.Onnx;
using Gan.Onnx.Rules;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>Joins columns whose cells go together only as they do in the table: a hidden column of categories says how, and decides them.</summary>
/// <remarks>Columns of two rules that share one are of one hidden column.</remarks>
/// <param name="constraints">The rules' constraints.</param>
/// <param name="ruleOf">The rule of a column, for messages.</param>
internal sealed class ColumnJoin(IEnumerable<RuleConstraint> constraints, Func<string, string> ruleOf)
{
    public Table Join(Table table)
    {
        var joined = new Dictionary<string, string>();
        var columns = table.Columns.ToList();
        foreach (var names in Groups())
        {
            var joint = JointOf(table, names);
            if (joint.Categories.Count == 1) continue;
            columns.Add(joint);
            foreach (var name in names) joined.Add(name, joint.Name);
        }
        return table with { Columns = columns, JoinedInto = joined };
    }

    private List<List<string>> Groups()
    {
        var groups = new List<List<string>>();
        foreach (var joined in constraints.OfType<JoinedColumns>())
        {
            var touched = groups.Where(group => group.Intersect(joined.Columns).Any()).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add([.. touched.SelectMany(group => group).Union(joined.Columns)]);
        }
        return groups;
    }

    private CategoryColumn JointOf(Table table, List<string> names)
    {
        TableColumn[] columns = [.. names.Select(table.Find)];
        foreach (var column in columns.Where(column => column.HasMissing))
        {
            var row = Enumerable.Range(0, column.RowCount).First(column.IsMissing) + 1;
            throw new ArgumentException(
                $"Column '{column.Name}' must have no missing cells for the rule '{ruleOf(column.Name)}', but has {column.MissingCount}, " +
                $"the first in row {row}. Fill them, or leave the rule out.");
        }
        string[] keys = [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join('|', columns.Select(column =>
            column is CategoryColumn categories ? categories.Codes[row] : ((NumberColumn)column).Points[row])))];
        var (codes, combinations) = CategoryCoding.Of(keys, _ => false);
        if (combinations.Count > SharedSlots.MostSlots)
        {
            throw new ArgumentException(
                $"The columns of the rule '{ruleOf(names[0])}' must have at most {SharedSlots.MostSlots} combinations, " +
                $"but have {combinations.Count}. Leave out a column, or the rule.");
        }
        var schema = new ColumnSchema(string.Join(", ", names), TabularValues.Of(TabularValueType.Int64)) { IsHidden = true };
        return new CategoryColumn(
            schema, codes, [.. combinations.Select((combination, code) => new Category($"{code}", code, 0, combination.Count))]);
    }
}
