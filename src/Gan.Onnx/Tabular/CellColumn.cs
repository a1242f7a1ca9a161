using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>A column whose cells are held as numbers: of categories their codes, of others the numbers themselves; NaN where missing.</summary>
internal abstract class CellColumn(TabularColumn column)
{
    /// <summary>A cell of which nothing is known; and one of which only that it is not missing.</summary>
    public const double Unknown = double.NegativeInfinity, There = double.PositiveInfinity;

    /// <summary>A cell of a category that the file does not have.</summary>
    public const double Other = -1;

    private const double Tiny = 1e-6;                                 // of a number: more than single precision tells apart

    public TabularColumn Column => column;

    public string Name => column.Name;

    public bool HasCategories => column.Categories.Count > 0;

    /// <value>Whether the file takes cells of the column.</value>
    public bool CanBeGiven => HasCategories ? column.Given is not null : column.GivenNumber is not null;

    /// <value>Whether the file draws cells of the column: others follow from what it draws.</value>
    public bool IsDrawn => CanBeGiven && !column.IsDerived;

    /// <value>Whether the cells are numbers that have an order that means something, categories or not.</value>
    public abstract bool HasOrder { get; }

    public static CellColumn Create(TabularColumn column) => column.ToValue() switch
    {
        WholeValue whole => new Wholes(column, whole),
        RealValue real => new Reals(column, real),
        _ => new Texts(column),
    };

    /// <value>The texts that say what is to hold of numbers, for messages.</value>
    public string Fitting
    {
        get
        {
            var (one, other) = Column.ToValue().IsDate ? ("2024-02-29", "2024-12-31") : ("30", "40");
            if (Column.Type == TabularValueType.TimeSpan) (one, other) = ("00:30:00", "01:00:00");
            var texts = $"a value as '{one}', or a range as '{one}..{other}', '>={one}' or '<{one}'";
            return Column.HasMissing ? $"{texts}, '' (missing) or '{TabularGenerator.Present}' (not missing)" : texts;
        }
    }

    /// <summary>Reads the cells of rows.</summary>
    public abstract Func<double> Reader(DataViewRow row, DataViewSchema.Column own);

    /// <summary>Reads the cells of rows that have gaps, of the column's type or of one that stands for it.</summary>
    public Func<double> ReaderOfKnown(DataViewRow row, DataViewSchema.Column own)
    {
        var cells = new KnownCell(row, own, Column.ToValue());
        if (!cells.IsOther) return Reader(row, own);
        var next = cells.Text();
        return () => next() is { Length: > 0 } text ? CellOf(text) ?? throw cells.NoValue(text) : double.NaN;
    }

    /// <summary>The cell of a text of the invariant culture; null if it is none.</summary>
    protected abstract double? CellOf(string text);

    /// <summary>Reads the cells that a run of the file has made.</summary>
    public abstract void Read(OrtValue tensor, Span<double> cells);

    /// <summary>The number that a text of the invariant culture stands for.</summary>
    public abstract bool TryParse(string text, out double number);

    /// <summary>The text of a number.</summary>
    public abstract string Show(double number);

    /// <summary>The number of a range that is nearest to a cell; of one without its ends, one just within it.</summary>
    public double Within(CellRange range, double cell)
    {
        var nearest = double.IsNaN(cell) ? (double.IsFinite(range.Least) ? range.Least : range.Greatest) : range.Nearest(cell);
        if (range.Holds(nearest)) return nearest;
        var step = Column.ToValue() is WholeValue ? 1 : Tiny * Math.Max(1, Math.Abs(nearest));
        return nearest == range.Least ? Math.Max(nearest + step, Math.BitIncrement(nearest)) : Math.Min(nearest - step, Math.BitDecrement(nearest));
    }

    /// <summary>The number of a cell: of categories that are numbers, that of the category.</summary>
    public abstract double NumberOf(double cell);

    private sealed class Wholes(TabularColumn column, WholeValue value) : CellColumn(column)
    {
        private readonly WholeValue _value = value;
        private readonly Lazy<Dictionary<long, int>> _codes =
            new(() => Codes(column, text => value.TryParse(text, out var form) ? form : (long?)null));

        public override bool HasOrder => !_value.IsNominal;

        public override Func<double> Reader(DataViewRow row, DataViewSchema.Column own)
        {
            var next = _value.Read(row, own).Next;
            return () => CellOf(next());
        }

        public override void Read(OrtValue tensor, Span<double> cells) => _value.Make(new Elements(this, tensor)).CopyTo(cells);

        public override bool TryParse(string text, out double number)
        {
            var isOne = _value.TryParse(text, out var form) && !_value.IsMissing(form);
            number = _value.ToNumber(form);
            return isOne;
        }

        public override string Show(double number) => _value.Show((long)((Int128)number + _value.Zero));

        public override double NumberOf(double cell) =>
            !HasCategories || double.IsNaN(cell) ? cell
            : _value.TryParse(Column.Categories[(int)cell], out var form) ? _value.ToNumber(form) : double.NaN;

        protected override double? CellOf(string text) => _value.TryParse(text, out var form) ? CellOf(form) : null;

        private double CellOf(long form)
        {
            if (_value.IsMissing(form)) return double.NaN;
            if (!HasCategories) return _value.ToNumber(form);
            return _codes.Value.TryGetValue(form, out var code) ? code : Column.HasMissing && form == _value.Zero ? double.NaN : Other;
        }

        private sealed class Elements(Wholes column, OrtValue tensor) : ICellMaker<double[]>
        {
            public double[] OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
                where TElement : unmanaged => [.. tensor.GetTensorDataAsSpan<TElement>().ToArray().Select(element => column.CellOf(FormOf(element)))];

            public double[] OfTexts() => throw new NotSupportedException();

            private long FormOf<TElement>(TElement element) => unchecked(column._value.Zero + element switch
            {
                bool truth => truth ? 1 : 0,
                ulong number => (long)number,
                _ => Convert.ToInt64(element, CultureInfo.InvariantCulture),
            });
        }
    }

    private sealed class Reals(TabularColumn column, RealValue value) : CellColumn(column)
    {
        private readonly Lazy<Dictionary<double, int>> _codes =
            new(() => Codes(column, text => value.TryParse(text, out var form) ? form : (double?)null));

        public override bool HasOrder => true;

        public override Func<double> Reader(DataViewRow row, DataViewSchema.Column own)
        {
            var next = value.Read(row, own).Next;
            return () => CellOf(next());
        }

        public override void Read(OrtValue tensor, Span<double> cells)
        {
            if (value.IsSingle)
            {
                var singles = tensor.GetTensorDataAsSpan<float>();
                for (var row = 0; row < cells.Length; row++) cells[row] = CellOf(singles[row]);
                return;
            }
            var doubles = tensor.GetTensorDataAsSpan<double>();
            for (var row = 0; row < cells.Length; row++) cells[row] = CellOf(doubles[row]);
        }

        public override bool TryParse(string text, out double number) => value.TryParse(text, out number) && double.IsFinite(number);

        public override string Show(double number) => value.Show(number);

        public override double NumberOf(double cell) =>
            !HasCategories || double.IsNaN(cell) ? cell : value.TryParse(Column.Categories[(int)cell], out var form) ? form : double.NaN;

        protected override double? CellOf(string text) => value.TryParse(text, out var form) ? CellOf(form) : null;

        private double CellOf(double form)
        {
            if (double.IsNaN(form) || !HasCategories) return form;
            return _codes.Value.TryGetValue(form, out var code) ? code : Other;
        }
    }

    private sealed class Texts(TabularColumn column) : CellColumn(column)
    {
        private readonly Lazy<Dictionary<string, int>> _codes = new(() =>
            column.Categories.Index().DistinctBy(pair => pair.Item, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal));

        public override bool HasOrder => false;

        public override Func<double> Reader(DataViewRow row, DataViewSchema.Column own)
        {
            var getter = row.GetGetter<ReadOnlyMemory<char>>(own);
            ReadOnlyMemory<char> cell = default;
            return () =>
            {
                getter(ref cell);
                return CellOf(cell.Span);
            };
        }

        public override void Read(OrtValue tensor, Span<double> cells)
        {
            for (var row = 0; row < cells.Length; row++) cells[row] = CellOf(tensor.GetStringElementAsMemory(row).Span);
        }

        public override bool TryParse(string text, out double number)
        {
            number = double.NaN;
            return false;
        }

        public override string Show(double number) => Column.Categories[(int)number];

        public override double NumberOf(double cell) => double.NaN;

        protected override double? CellOf(string text) => CellOf(text.AsSpan());

        private double CellOf(ReadOnlySpan<char> text)
        {
            if (_codes.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var code)) return code;
            return text.IsEmpty ? double.NaN : Other;
        }
    }

    private static Dictionary<TForm, int> Codes<TForm>(TabularColumn column, Func<string, TForm?> parse)
        where TForm : struct
    {
        var codes = new Dictionary<TForm, int>();
        foreach (var (code, text) in column.Categories.Index())
            if (parse(text) is { } form) codes.TryAdd(form, code);
        return codes;
    }
}
