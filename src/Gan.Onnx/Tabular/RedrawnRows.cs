using System.Globalization;
using Gan.Onnx.Rules;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Gan;

namespace Gan.Onnx;

/// <summary>
/// Made rows, of which those that break a rule are drawn again: row i is its first attempt that keeps all rules beside rows 0 to i − 1.
/// </summary>
/// <param name="made">The rows: the first attempt at each.</param>
/// <param name="rules">The rules.</param>
/// <param name="given">Has the codes of what is given of each row, if they differ; else null.</param>
/// <param name="attempts">The further attempts at a row, by its number and its codes, which are null where all rows have the same.</param>
internal sealed class RedrawnRows(
    IDataView made, IReadOnlyList<TabularRule> rules, IDataView? given, Func<long, long[]?, IDataView> attempts) : IDataView
{
    /// <summary>The most attempts at a row, beside the first.</summary>
    public const int MostAttempts = 100;

    private readonly IReadOnlyList<TabularRule> _rules = rules;
    private readonly IDataView? _given = given;
    private readonly Func<long, long[]?, IDataView> _attempts = attempts;

    public bool CanShuffle => false;

    public DataViewSchema Schema => made.Schema;

    public long? GetRowCount() => made.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var wanted = columnsNeeded.Select(column => column.Index).ToHashSet();
        var read = _rules.Any(rule => rule.ColumnNames.Count == 0)
            ? [.. Schema]
            : Schema.Where(column => wanted.Contains(column.Index) || _rules.Any(rule => rule.ColumnNames.Contains(column.Name))).ToList();
        return new Cursor(this, wanted, read);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor : ForwardingCursor
    {
        private readonly RedrawnRows _rows;
        private readonly HashSet<int> _wanted;
        private readonly IReadOnlyList<DataViewSchema.Column> _read;
        private readonly RuleCheck[] _checks;
        private readonly DataViewRowCursor? _given;
        private readonly ValueGetter<VBuffer<long>>? _codes;
        private DataViewRowCursor _current;
        private long _kept;

        public Cursor(RedrawnRows rows, HashSet<int> wanted, IReadOnlyList<DataViewSchema.Column> read) : base(rows.MadeCursor(read))
        {
            (_rows, _wanted, _read, _current) = (rows, wanted, read, Source);
            if (rows._given is { } given)
            {
                _given = given.GetRowCursor([given.Schema[GanTensors.Given]]);
                _codes = _given.GetGetter<VBuffer<long>>(given.Schema[GanTensors.Given]);
            }
            var row = new CurrentRow(this);
            _checks = [.. rows._rules.Select(rule => rule.On(row))];
        }

        public override DataViewSchema Schema => _rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => _wanted.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            IsColumnActive(column) ? Getter<TValue>(column) : throw Getters.NotActive(column);

        public override bool MoveNext()
        {
            if (_current != Source) _current.Dispose();
            _current = Source;
            if (!Source.MoveNext()) return false;
            _given?.MoveNext();
            if (Array.TrueForAll(_checks, check => check.Holds())) _kept++;
            else Redraw();
            foreach (var check in _checks) check.Take?.Invoke();
            return true;
        }

        /// <summary>The current row's cells, wherever it comes from.</summary>
        public ValueGetter<TValue> Getter<TValue>(DataViewSchema.Column column)
        {
            (DataViewRow? row, ValueGetter<TValue>? getter) = (null, null);
            return (ref TValue value) =>
            {
                if (row != _current || getter is null)
                {
                    row = _current;
                    getter = row.GetGetter<TValue>(row.Schema[column.Index]);
                }
                getter(ref value);
            };
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                if (_current != Source) _current.Dispose();
                _given?.Dispose();
            }
            base.Dispose(disposing);
        }

        private void Redraw()
        {
            VBuffer<long> codes = default;
            _codes?.Invoke(ref codes);
            var view = _rows._attempts(Source.Position, _codes is null ? null : [.. codes.DenseValues()]);
            _current = view.GetRowCursor(_read.Select(column => view.Schema[column.Index]));
            while (_current.MoveNext())
                if (Array.TrueForAll(_checks, check => check.Holds())) return;
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"The rules {Names()} must all hold of some attempt at row {Source.Position + 1}, ") +
                string.Create(CultureInfo.InvariantCulture, $"but of {MostAttempts + 1} none did; {_kept:N0} of the rows before it ") +
                "kept them at once. Loosen them, give other cells, or make fewer rows.");
        }

        private string Names() => string.Join(", ", _rows._rules.Select(rule => $"'{rule}'"));

        private sealed class CurrentRow(Cursor cursor) : DataViewRow
        {
            public override DataViewSchema Schema => cursor.Schema;

            public override long Position => cursor.Position;

            public override long Batch => cursor.Batch;

            public override bool IsColumnActive(DataViewSchema.Column column) => cursor._read.Any(read => read.Index == column.Index);

            public override ValueGetter<DataViewRowId> GetIdGetter() => cursor.GetIdGetter();

            public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => cursor.Getter<TValue>(column);
        }
    }

    private DataViewRowCursor MadeCursor(IEnumerable<DataViewSchema.Column> read) => made.GetRowCursor(read);
}
