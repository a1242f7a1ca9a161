using System.Globalization;

namespace Microsoft.ML.Gan.Exchange;

/// <summary>What started this process: an <c>mpiexec</c> tells its processes their ranks in their environment.</summary>
internal static class MpiLauncher
{
    private const string OpenMpiRank = "OMPI_COMM_WORLD_RANK";

    private static readonly string[] Ranks = ["PMI_RANK", "PMIX_RANK", OpenMpiRank];
    private static readonly string[] Sizes = ["PMI_SIZE", "OMPI_COMM_WORLD_SIZE"];

    public static bool HasStartedThis => Ranks.Any(IsSet);

    /// <value>Whether it is Open MPI's.</value>
    public static bool IsOpenMpi => IsSet(OpenMpiRank);

    /// <value>How many processes it started; null where it does not say.</value>
    public static int? Size => Sizes.Select(Environment.GetEnvironmentVariable).OfType<string>()
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : (int?)null).FirstOrDefault();

    private static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) is not null;
}
