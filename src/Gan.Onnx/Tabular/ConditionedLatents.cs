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

    /// <param name="latents">Where the latent vectors come from.</param>
    /// <param name="given">The given columns.</param>
    /// <param name="conditions">How each of them is read.</param>
    public ConditionedLatents(
        LatentSource latents, IDataView given, IReadOnlyList<(ColumnCondition Condition, DataViewSchema.Column Column)> conditions)
    {
        _latents = latents;
        _given = given;
        _conditions = conditions;
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(GanTensors.Latent, new VectorDataViewType(NumberDataViewType.Single, latents.LatentSize));
        foreach (var (condition, _) in conditions) schema.AddColumn(condition.Source.TensorName, NumberDataViewType.Int64);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _given.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        return new Cursor(this, active, _given.GetRowCursor(_conditions.Where((_, i) => active.Contains(i + 1)).Select(pair => pair.Column)));
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
            Delegate getter = column.Index == 0 ? (ValueGetter<VBuffer<float>>)GetLatent : Codes(view._conditions[column.Index - 1]);
            return Getters.Typed<TValue>(getter, column, isActive: true);
        }

        public VectorWriter? Writer(DataViewSchema.Column column) => column.Index == 0 ? Write : null;

        private ValueGetter<long> Codes((ColumnCondition Condition, DataViewSchema.Column Column) pair) => pair.Condition.Reader(Source, pair.Column);

        private void GetLatent(ref VBuffer<float> value)
        {
            var editor = VBufferEditor.Create(ref value, view._latents.LatentSize);
            Write(editor.Values);
            value = editor.Commit();
        }

        private void Write(Span<float> latent) => view._latents.Fill(Position >= 0 ? Position : throw Getters.NotAtRow(), latent);
    }
}
