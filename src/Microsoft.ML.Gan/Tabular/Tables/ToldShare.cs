using System.Globalization;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Shares of rows as a file tells them.</summary>
internal static class ToldShare
{
    /// <summary>A share, rounded to three significant digits.</summary>
    public static double Of(double share) => double.Parse(share.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
