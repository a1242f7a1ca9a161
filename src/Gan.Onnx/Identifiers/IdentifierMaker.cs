using System.Globalization;

namespace Gan.Onnx;

/// <summary>Makes the identifiers of a column: that of row i is a function of the seed and of i alone, and no two rows have the same.</summary>
internal sealed class IdentifierMaker
{
    private readonly TabularIdentifier _column;
    private readonly int _seed;
    private readonly IPersonalData? _personalData;
    private readonly IndexPermutation[] _orders;                      // of the free numbers, by shape

    /// <param name="column">The column.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="personalData">Makes personal data; null for letters and digits in the form of the column.</param>
    public IdentifierMaker(TabularIdentifier column, int seed, IPersonalData? personalData = null)
    {
        (_column, _seed, _personalData) = (column, seed, personalData);
        var pattern = column.Pattern;
        IEnumerable<FreeNumbers> free = pattern.Numbers is { } numbers ? [numbers.Free] : pattern.Shapes.Select(shape => shape.Free);
        _orders = [.. free.Select(one => new IndexPermutation((ulong)Math.Max(1, one.Count), seed, column.Place))];
    }

    private IdentifierPattern Pattern => _column.Pattern;

    public bool IsMissing(long row) => _column.MissingShare > 0 && Draw(row, 0).Unit0 < _column.MissingShare;

    /// <summary>The number of a row.</summary>
    public long Number(long row) => Pattern.Numbers!.At(row, _orders[0]);

    /// <summary>The text of a row.</summary>
    public string Text(long row) =>
        _column.Personal is { } kind && _personalData is not null ? _personalData.Make(kind, new(_seed, row, Form(row))) : Form(row);

    private string Form(long row) => Pattern.Numbers is null
        ? Shaped(row)
        : Pattern.Prefix + Number(row).ToString($"D{Pattern.Digits}", CultureInfo.InvariantCulture) + Pattern.Suffix;

    private string Shaped(long row)
    {
        var left = Pattern.Shapes.Where(shape => shape.Free.Count > row).Sum(shape => shape.Share);
        var point = Draw(row, 1).Unit0 * left;
        for (var place = 0; left > 0 && place < Pattern.Shapes.Count; place++)
        {
            var shape = Pattern.Shapes[place];
            if (shape.Free.Count <= row) continue;
            left -= shape.Share;
            if ((point -= shape.Share) < 0 || left <= 1e-12) return Text(shape, shape.Free.At(_orders[place].At((ulong)row)), row);
        }
        return Longer(row);
    }

    /// <summary>A text of the first shape with a number behind what differs in it, longer than any of a training row.</summary>
    private string Longer(long row)
    {
        var shape = Pattern.Shapes[0];
        var numbers = IdentifierShape.Split(shape.Places).Numbers;
        var (round, rest) = Math.DivRem(row, numbers);
        var number = (long)new IndexPermutation((ulong)numbers, _seed, _column.Place).At((ulong)rest);
        var digits = Math.Max(1, Pattern.Longest + 1 - shape.Places.Count);
        var last = Enumerable.Range(0, shape.Places.Count).LastOrDefault(place => shape.Places[place].Length > 1, shape.Places.Count - 1);
        return Text(shape, number, row).Insert(last + 1, round.ToString($"D{digits}", CultureInfo.InvariantCulture));
    }

    private string Text(IdentifierShape shape, long number, long row) => string.Create(
        shape.Places.Count, (shape, number, row, Maker: this),
        static (text, of) => of.shape.Write(of.number, text, place => of.Maker.Draw(of.row, 2 + place).W0));

    private Philox.Words Draw(long row, int purpose) => Philox.Block(
        new((uint)row, (uint)(row >> 32), (uint)purpose, (uint)_column.Place), (uint)_seed, (uint)LatentStream.IdentifierDraw);
}
