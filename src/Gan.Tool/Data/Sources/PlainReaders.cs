using System.Data.Common;
using System.Numerics;

namespace Gan.Tool.Data.Sources;

/// <summary>Reads cells that are there as values of one type, whichever the database has.</summary>
internal static class PlainReaders
{
    public static Func<int> Int(DbDataReader reader, int place)
    {
        var read = Whole(reader, place);
        return () => (int)read();
    }

    public static Func<long> Whole(DbDataReader reader, int place) => Type.GetTypeCode(reader.GetFieldType(place)) switch
    {
        TypeCode.SByte => () => reader.GetFieldValue<sbyte>(place),
        TypeCode.Byte => () => reader.GetByte(place),
        TypeCode.Int16 => () => reader.GetInt16(place),
        TypeCode.UInt16 => () => reader.GetFieldValue<ushort>(place),
        TypeCode.Int32 => () => reader.GetInt32(place),
        TypeCode.UInt32 => () => reader.GetFieldValue<uint>(place),
        _ => () => reader.GetInt64(place),
    };

    public static Func<double> Real(DbDataReader reader, int place) => Type.GetTypeCode(reader.GetFieldType(place)) switch
    {
        TypeCode.Double => () => reader.GetDouble(place),
        TypeCode.Decimal => () => (double)reader.GetDecimal(place),
        TypeCode.UInt64 => () => reader.GetFieldValue<ulong>(place),
        TypeCode.Object => () => (double)reader.GetFieldValue<BigInteger>(place),
        _ => Converted(Whole(reader, place)),
    };

    private static Func<double> Converted(Func<long> whole) => () => whole();

    public static Func<DateTime> Date(DbDataReader reader, int place) => reader.GetFieldType(place) == typeof(DateOnly)
        ? () => reader.GetFieldValue<DateOnly>(place).ToDateTime(TimeOnly.MinValue)
        : () => reader.GetDateTime(place);
}
