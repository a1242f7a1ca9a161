using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Microsoft.ML.Gan;

namespace Gan.Tool.Data.Sources;

/// <summary>The column that a database has for the primary key: an identifier, since no two of its cells may be the same.</summary>
internal static class PrimaryKey
{
    /// <summary>The roles of columns, with that of the key where it has no other.</summary>
    public static IReadOnlyDictionary<string, TabularColumnRole>? AddTo(IReadOnlyDictionary<string, TabularColumnRole>? roles, TableStyle style)
    {
        var key = style.Columns.FirstOrDefault(column => column is { Stored.IsKey: true, Form: TextForm or NumberForm { MostDecimals: 0 } });
        if (key is null || roles?.ContainsKey(key.Name) == true) return roles;
        return new Dictionary<string, TabularColumnRole>(roles ?? new Dictionary<string, TabularColumnRole>())
        {
            [key.Name] = TabularColumnRole.Identifier,
        };
    }

    /// <summary>The style in which a column is the key only if its cells will be all different.</summary>
    public static TableStyle Kept(TableStyle style, IReadOnlyDictionary<string, TabularColumnRole>? roles)
    {
        return style with { Columns = [.. style.Columns.Select(column => IsKept(column) ? column : WithoutKey(column))] };

        bool IsKept(ColumnStyle column) =>
            column is not { Stored.IsKey: true } || (roles is not null && roles.GetValueOrDefault(column.Name) == TabularColumnRole.Identifier);
    }

    private static ColumnStyle WithoutKey(ColumnStyle column) => column with { Stored = column.Stored! with { IsKey = false } };
}
