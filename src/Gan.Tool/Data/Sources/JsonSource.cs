using System.Text.Json;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A JSON file: an array of objects, or objects one after another.</summary>
internal sealed class JsonSource(CsvSource source) : ITableSource
{
    private readonly Dictionary<string, JsonColumn> _columns = [];
    private int _rows;

    public StoredTable Read(Func<IReadOnlyList<string>, IReadOnlyList<string>> choose)
    {
        try
        {
            ReadAsync().GetAwaiter().GetResult();
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"'{source.Name}' must be JSON, but is not: {fault.Message}", fault);
        }
        if (_columns.Count == 0) throw new InvalidDataException($"'{source.Name}' must have objects with values, but has none.");
        foreach (var column in _columns.Values) column.PadTo(_rows);
        string[] headers = [.. _columns.Keys];
        var names = ColumnNames.OfHeaders(headers, source.Name);
        var chosen = choose(names).Select(name => _columns[headers[names.ToList().IndexOf(name)]]).ToList();
        if (chosen.Find(column => column.Nested is not null) is { } unfit) throw StoredTable.Unfit(unfit.Name, source.Name, unfit.Nested!);
        return new(source.Name, "JSON", [.. chosen.Select(column => column.Cells)], [.. chosen.Select(column => column.Stored)]);
    }

    private async Task ReadAsync()
    {
        await using var stream = source.Open();
        var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, topLevelValues: !IsArray(), JsonSerializerOptions.Default);
        await foreach (var row in rows)
        {
            var kind = row.ValueKind.ToString().ToLowerInvariant();
            if (row.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException($"Row {_rows + 1} of '{source.Name}' must be an object, but is of {kind}.");
            foreach (var cell in row.EnumerateObject())
            {
                if (!_columns.TryGetValue(cell.Name, out var column)) _columns[cell.Name] = column = new(cell.Name);
                if (!column.Add(_rows, cell.Value))
                    throw new InvalidDataException($"Row {_rows + 1} of '{source.Name}' must have '{cell.Name}' once, but has it twice.");
            }
            _rows++;
        }
    }

    private bool IsArray() => source.Start(FileEncoding.Default).AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("[");
}
