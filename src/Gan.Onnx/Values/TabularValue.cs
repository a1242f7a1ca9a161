using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>A type of values that a table's column can have: all that a program must know of it.</summary>
/// <remarks>
/// Cells are learnt in a common form, which is one of three: 64-bit integers (<see cref="WholeValue"/>), double-precision numbers
/// (<see cref="RealValue"/>), texts (<see cref="TextValue"/>). A date becomes its ticks, for example.
/// </remarks>
/// <param name="type">The name of the type in the files.</param>
/// <param name="elementType">The element type of the column's output tensor.</param>
/// <param name="dataViewType">The type of the column in ML.NET.</param>
internal abstract class TabularValue(TabularValueType type, OnnxElementType elementType, DataViewType dataViewType)
{
    public TabularValueType Type => type;

    public OnnxElementType ElementType => elementType;

    public DataViewType DataViewType => dataViewType;

    /// <value>What the type has beside its name.</value>
    public virtual ValueTraits Traits => ValueTraits.None;

    /// <value>What ML.NET is told of the column beside its type; null for nothing.</value>
    public virtual DataViewSchema.Annotations? Annotations => null;

    /// <value>What the values measure; null for names, which have no order that means anything, whatever their form.</value>
    public abstract Quantity? Quantity { get; }

    public bool IsNominal => Quantity is null;

    /// <value>Whether the values are dates or spans of time.</value>
    public bool IsDate => Quantity is not null && Quantity != Quantity.Number;

    /// <value>The common form of the number 0, for types of whole numbers.</value>
    public virtual long Zero => 0;

    /// <value>The least and the greatest whole number that the type has, within 64 bits; null if its values are no numbers.</value>
    public virtual (long Least, long Greatest)? Wholes => null;

    /// <value>A form at which a day begins; null if values are no dates with times.</value>
    public virtual long? Midnight => null;

    /// <value>The text of a missing cell in messages; null if no cell can be missing.</value>
    public virtual string? MissingText => null;

    /// <summary>The type of a column with such traits.</summary>
    public virtual TabularValue With(ValueTraits traits) => this;

    /// <summary>The type with the names of some keys alone; those of the others are blank.</summary>
    public TabularValue WithNamesOf(IReadOnlySet<long> keys) => Traits.KeyValues.Count == 0
        ? this
        : With(Traits with { KeyValues = [.. Traits.KeyValues.Select((name, place) => keys.Contains(place + 1) ? name : "")] });

    /// <summary>The traits that no column of this type has.</summary>
    public virtual IEnumerable<string> Problems(ValueTraits traits)
    {
        if (traits.KeyCount != 0) yield return $"the key count {traits.KeyCount}";
    }

    /// <summary>Tells a maker the types of the column's cells and of its tensor.</summary>
    public abstract TMade Make<TMade>(ICellMaker<TMade> maker);

    /// <summary>ONNX's numbers are named as .NET's.</summary>
    protected static OnnxElementType ElementTypeOf<TElement>() => Enum.Parse<OnnxElementType>(typeof(TElement).Name);
}
