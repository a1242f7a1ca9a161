using Microsoft.ML;

namespace Gan.Onnx;

public sealed partial class TabularGenerator
{
    /// <summary>Searches for the latent vector whose row is nearest to a given one.</summary>
    /// <param name="row">
    /// Data whose first row it is: any of the columns of <see cref="Schema"/>, named and typed as there. Columns that are not there are not compared.
    /// </param>
    /// <param name="options">How long to search. Null for the defaults.</param>
    /// <remarks>
    /// The error is the mean difference of the compared cells (Gower, "A general coefficient of similarity", 1971): 0 or 1 of names; of numbers,
    /// dates and times their distance over the range of 256 rows that the generator makes, at most 1. A missing cell differs by 1 from any other.
    /// Vectors are drawn from the prior; from the best of them an evolution strategy goes on (Hansen and Ostermeier 2001).
    /// </remarks>
    /// <exception cref="ArgumentException">There is no row, no column, one that the generator does not make, or a wrong option.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type than in <see cref="Schema"/>.</exception>
    public LatentMatch FindLatent(IDataView row, LatentSearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        options ??= new();
        options.Require();
        var distances = Distances(row, options.Seed);
        var scorer = Scorer(_conditions.Nothing);
        return LatentSearch.Run(Measure, LatentSize, Prior, options);

        void Measure(ReadOnlySpan<float> latents, Span<double> errors)
        {
            var rows = scorer.Transform(
                new LatentDataView(errors.Length, new MemoryLatents(latents.ToArray(), LatentSize), GanTensors.Latent));
            using var cursor = rows.GetRowCursor(distances.Select(distance => rows.Schema[distance.ColumnName]));
            Func<double>[] next = [.. distances.Select(distance => distance.Of(cursor))];
            for (var i = 0; cursor.MoveNext(); i++) errors[i] = next.Average(distance => distance());
        }
    }

    private List<CellDistance> Distances(IDataView row, int seed)
    {
        DataViewSchema.Column[] given = [.. row.Schema.Where(column => !column.IsHidden)];
        if (given.FirstOrDefault(column => Schema.GetColumnOrNull(column.Name) is null) is { Name: { } unknown })
            throw new ArgumentException(InputSchema.NotFound("table", unknown, InputSchema.Names(Schema)), nameof(row));
        if (given.Length == 0) throw new ArgumentException("The row must have a column to compare, but has none.", nameof(row));
        var outputs = given.Select(column => _outputs[Schema[column.Name].Index]).Cast<ValueColumn>().ToList();
        foreach (var output in outputs) InputSchema.Require(row.Schema, output, nameof(row));
        using var cursor = row.GetRowCursor(given);
        if (!cursor.MoveNext()) throw new ArgumentException("The row must be there, but the data has no rows.", nameof(row));
        var ranges = Sample(LatentSearch.BatchSize, seed);
        return [.. outputs.Select(output => CellDistance.Create(output, cursor, ranges))];
    }
}
