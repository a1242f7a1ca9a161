using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>A latent vector beside the codes of each row of given columns: row i has latent vector i.</summary>
/// <remarks>Read by one cursor at a time in its order, since a part of a cursor set does not know the numbers of its rows.</remarks>
internal sealed class ConditionedLatents : IDataView
{
    private readonly LatentSource _latents;
    private readonly IDataView _given;
    private readonly IReadOnlyList<(ColumnCondition Condition, DataViewSchema.Column Column)> _conditions;
    private readonly long[] _nothing;

    /// <param name="latents">Where the latent vectors come from.</param>
    /// <param name="given">The given columns.</param>
    /// <param name="conditions">How each of them is read.</param>
    /// <param name="nothing">The codes of a row where nothing is given; at least one.</param>
    public ConditionedLatents(
        LatentSource latents, IDataView given, IReadOnlyList<(ColumnCondition Condition, DataViewSchema.Column Column)> conditions, long[] nothing)
    {
        (_latents, _given, _conditions, _nothing) = (latents, given, conditions, nothing);
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(GanTensors.Latent, new VectorDataViewType(NumberDataViewType.Single, latents.LatentSize));
        schema.AddColumn(GanTensors.Given, new VectorDataViewType(NumberDataViewType.Int64, nothing.Length));
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _given.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        var given = active.Contains(Schema[GanTensors.Given].Index) ? _conditions.Select(pair => pair.Column) : [];
        return new Cursor(this, active, _given.GetRowCursor(given));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(ConditionedLatents view, HashSet<int> active, DataViewRowCursor given) : ForwardingCursor(given), IVectorRow
    {
        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column)) throw Getters.NotActive(column);
            Delegate getter = column.Index == 0 ? (ValueGetter<VBuffer<float>>)GetLatent : Codes();
            return Getters.Typed<TValue>(getter, column, isActive: true);
        }

        public VectorWriter? Writer(DataViewSchema.Column column) => column.Index == 0 ? Write : null;

        private ValueGetter<VBuffer<long>> Codes()
        {
            var readers = view._conditions.Select(pair => (pair.Condition.Place, Read: pair.Condition.Reader(Source, pair.Column))).ToArray();
            return (ref VBuffer<long> codes) =>
            {
                var editor = VBufferEditor.Create(ref codes, view._nothing.Length);
                view._nothing.CopyTo(editor.Values);
                foreach (var (place, read) in readers) read(ref editor.Values[place]);
                codes = editor.Commit();
            };
        }

        private void GetLatent(ref VBuffer<float> value)
        {
            var editor = VBufferEditor.Create(ref value, view._latents.LatentSize);
            Write(editor.Values);
            value = editor.Commit();
        }

        private void Write(Span<float> latent) => view._latents.Fill(Position >= 0 ? Position : throw Getters.NotAtRow(), latent);
    }
}
