using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Hands out the values of an output tensor, row by row.</summary>
internal abstract class OutputTensor : IDisposable
{
    /// <summary>The one place that knows which columns can be outputs: those of a table's values, and vectors.</summary>
    public static OutputTensor Create(OnnxColumn output, ScoringBatch batch)
    {
        if (output.Type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single) return new VectorOutput<float>(output, batch);
        var value = (output as ValueColumn)?.Value ?? TabularValues.Of(output.Type) ?? throw new NotSupportedException(
            $"Output column '{output.ColumnName}' must be a number, truth value, key, text, time or vector of Single, but was {output.Type}.");
        return value.Make(new OutputMaker(output, batch));
    }

    /// <summary>A <see cref="ValueGetter{TValue}"/> of the batch's current row; the first call for a batch runs the model.</summary>
    public abstract Delegate Getter { get; }

    public abstract OrtValue Bind(int rows);

    /// <summary>Makes the cell of the batch's current row, for its faults alone.</summary>
    public abstract void Check();

    public abstract void Dispose();

    private sealed class OutputMaker(OnnxColumn output, ScoringBatch batch) : ICellMaker<OutputTensor>
    {
        public OutputTensor OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
            where TElement : unmanaged => new ElementOutput<TElement, TCell>(output, batch, toCell);

        public OutputTensor OfTexts() => new TextOutput(output, batch);
    }

    private abstract class Buffered<T>(OnnxColumn output, ScoringBatch batch) : OutputTensor
        where T : unmanaged
    {
        protected ScoringBatch Batch { get; } = batch;

        protected TensorBuffer<T> Buffer { get; } = new(output, batch.Capacity);

        public override OrtValue Bind(int rows) => Buffer.Bind(rows);

        public override void Dispose() => Buffer.Dispose();
    }

    private sealed class ElementOutput<TElement, TCell>(OnnxColumn output, ScoringBatch batch, Func<TElement, TCell> toCell)
        : Buffered<TElement>(output, batch)
        where TElement : unmanaged
    {
        private readonly string _columnName = output.ColumnName;

        public override Delegate Getter => (ValueGetter<TCell>)Get;

        public override void Check()
        {
            var cell = default(TCell)!;
            Get(ref cell);
        }

        private void Get(ref TCell value)
        {
            Batch.Score();
            var element = Buffer[Batch.Slot][0];
            try
            {
                value = toCell(element);
            }
            catch (ArgumentOutOfRangeException fault)
            {
                throw new InvalidDataException(
                    FormattableString.Invariant($"The model must make cells of type {typeof(TCell).Name} for column '{_columnName}', ") +
                    FormattableString.Invariant($"but made {element}, which is out of range. Copy or download the file again."), fault);
            }
        }
    }

    private sealed class TextOutput(OnnxColumn output, ScoringBatch batch) : OutputTensor
    {
        private readonly KnownTexts _texts = new();
        private OrtValue? _tensor;
        private int _rows;

        public override Delegate Getter => (ValueGetter<ReadOnlyMemory<char>>)Get;

        public override OrtValue Bind(int rows)
        {
            if (_tensor is not null && rows == _rows) return _tensor;
            _tensor?.Dispose();
            _rows = rows;
            return _tensor = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, output.Shape(rows));
        }

        public override void Check()
        {
            ReadOnlyMemory<char> text = default;
            Get(ref text);
        }

        public override void Dispose() => _tensor?.Dispose();

        private void Get(ref ReadOnlyMemory<char> value)
        {
            batch.Score();
            value = _texts.Of(_tensor!.GetStringElementAsSpan(batch.Slot));
        }
    }

    private sealed class VectorOutput<T>(OnnxColumn output, ScoringBatch batch) : Buffered<T>(output, batch)
        where T : unmanaged
    {
        private readonly int _size = output.Size;

        public override Delegate Getter => (ValueGetter<VBuffer<T>>)Get;

        public override void Check() => Batch.Score();

        private void Get(ref VBuffer<T> value)
        {
            Batch.Score();
            var editor = VBufferEditor.Create(ref value, _size);
            Buffer[Batch.Slot].CopyTo(editor.Values);
            value = editor.Commit();
        }
    }
}
