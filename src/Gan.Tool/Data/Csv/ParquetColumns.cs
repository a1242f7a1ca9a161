using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Gan.Tool.Data.Csv;

/// <summary>The columns of a Parquet file, as the texts that a CSV file of the same table would have.</summary>
internal static class ParquetColumns
{
    public const string Extension = ".parquet";

    /// <value>For each type of scalars, what reads a part of a column as texts, null for missing cells.</value>
    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, Task<IEnumerable<string?>>>> Readers = new()
    {
        [typeof(bool)] = (group, field) => Texts<bool>(group, field, value => value.ToString()),
        [typeof(sbyte)] = Numbers<sbyte>,
        [typeof(byte)] = Numbers<byte>,
        [typeof(short)] = Numbers<short>,
        [typeof(ushort)] = Numbers<ushort>,
        [typeof(int)] = Numbers<int>,
        [typeof(uint)] = Numbers<uint>,
        [typeof(long)] = Numbers<long>,
        [typeof(ulong)] = Numbers<ulong>,
        [typeof(float)] = Numbers<float>,
        [typeof(double)] = Numbers<double>,
        [typeof(decimal)] = Numbers<decimal>,
        [typeof(DateTime)] = Dates,
        [typeof(TimeSpan)] = (group, field) => Texts<TimeSpan>(group, field, value => value.ToString("c", CultureInfo.InvariantCulture)),
        [typeof(TimeOnly)] = (group, field) => Texts<TimeOnly>(group, field, value => value.ToString("O", CultureInfo.InvariantCulture)),
        [typeof(string)] = Texts,
        [typeof(ReadOnlyMemory<char>)] = Texts,
    };

    /// <summary>Reads all columns.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or a column is not of scalars.</exception>
    public static IReadOnlyList<CsvColumn> Read(CsvSource source)
    {
        try
        {
            return ReadAsync(source).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is ParquetException or NotSupportedException or IOException)
        {
            throw new InvalidDataException($"'{source.Name}' must be a Parquet file, but cannot be read as one: {fault.Message}");
        }
    }

    private static async Task<IReadOnlyList<CsvColumn>> ReadAsync(CsvSource source)
    {
        await using var stream = source.Open();
        await using var reader = await ParquetReader.CreateAsync(stream);
        var fields = reader.Schema.DataFields;
        if (fields.FirstOrDefault(field => field.MaxRepetitionLevel > 0 || !Readers.ContainsKey(field.ClrType)) is { } other)
        {
            var what = other.MaxRepetitionLevel > 0 ? "lists" : other.ClrType.Name;
            throw new InvalidDataException($"The columns of '{source.Name}' must be of scalars, but '{other.Path}' is of {what}.");
        }
        string[] headers = [.. fields.Select(field => field.Path.ToString())];
        var columns = headers.Zip(ColumnNames.OfHeaders(headers, source.Name), (header, name) => new CsvColumn(header, name)).ToList();
        for (var number = 0; number < reader.RowGroupCount; number++)
        {
            using var group = reader.OpenRowGroupReader(number);
            foreach (var (column, field) in columns.Zip(fields))
                foreach (var text in await Readers[field.ClrType](group, field)) column.Add(text);
        }
        return columns;
    }

    private static async Task<IEnumerable<string?>> Texts(ParquetRowGroupReader group, DataField field)
    {
        var texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory());
        return texts;
    }

    private static Task<IEnumerable<string?>> Numbers<T>(ParquetRowGroupReader group, DataField field) where T : struct, IFormattable =>
        Texts<T>(group, field, value => value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Days alone where the column is one of days.</summary>
    private static Task<IEnumerable<string?>> Dates(ParquetRowGroupReader group, DataField field)
    {
        var format = field is DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF";
        return Texts<DateTime>(group, field, value => value.ToString(format, CultureInfo.InvariantCulture));
    }

    private static async Task<IEnumerable<string?>> Texts<T>(ParquetRowGroupReader group, DataField field, Func<T, string> toText) where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[group.RowCount];
            await group.ReadAsync(field, values.AsMemory());
            return values.Select(toText);
        }
        var cells = new T?[group.RowCount];
        await group.ReadAsync(field, cells.AsMemory());
        return cells.Select(cell => cell is { } value ? toText(value) : null);
    }
}
