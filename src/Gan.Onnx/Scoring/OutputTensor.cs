using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Hands out the values of an output tensor, row by row.</summary>
internal abstract class OutputTensor : IDisposable
{
    /// <summary>The one place that knows which column types can be outputs.</summary>
    public static OutputTensor Create(OnnxColumn output, ScoringBatch batch) => output.Type switch
    {
        VectorDataViewType vector when vector.ItemType == NumberDataViewType.Single => new VectorOutput<float>(output, batch),
        var type when type == NumberDataViewType.Single => new ScalarOutput<float>(output, batch),
        _ => throw new NotSupportedException($"Output column '{output.ColumnName}' must be Single or a vector of Single, but was {output.Type}."),
    };

    /// <summary>A <see cref="ValueGetter{TValue}"/> of the batch's current row; the first call for a batch runs the model.</summary>
    public abstract Delegate Getter { get; }

    public abstract OrtValue Bind(int rows);

    public abstract void Dispose();

    private abstract class Buffered<T>(OnnxColumn output, ScoringBatch batch) : OutputTensor
        where T : unmanaged
    {
        protected ScoringBatch Batch { get; } = batch;

        protected TensorBuffer<T> Buffer { get; } = new(output, batch.Capacity);

        public override OrtValue Bind(int rows) => Buffer.Bind(rows);

        public override void Dispose() => Buffer.Dispose();
    }

    private sealed class ScalarOutput<T>(OnnxColumn output, ScoringBatch batch) : Buffered<T>(output, batch)
        where T : unmanaged
    {
        public override Delegate Getter => (ValueGetter<T>)Get;

        private void Get(ref T value)
        {
            Batch.Score();
            value = Buffer[Batch.Slot][0];
        }
    }

    private sealed class VectorOutput<T>(OnnxColumn output, ScoringBatch batch) : Buffered<T>(output, batch)
        where T : unmanaged
    {
        private readonly int _size = output.Size;

        public override Delegate Getter => (ValueGetter<VBuffer<T>>)Get;

        private void Get(ref VBuffer<T> value)
        {
            Batch.Score();
            var editor = VBufferEditor.Create(ref value, _size);
            Buffer[Batch.Slot].CopyTo(editor.Values);
            value = editor.Commit();
        }
    }
}
