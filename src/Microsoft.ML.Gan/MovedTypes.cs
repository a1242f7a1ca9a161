using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Gan;

// These types stood in this assembly before Gan.Evaluation was there: programs compiled then find them still.
[assembly: TypeForwardedTo(typeof(GanEvaluationCatalog))]
[assembly: TypeForwardedTo(typeof(TabularCeiling))]
[assembly: TypeForwardedTo(typeof(TabularColumnMetrics))]
[assembly: TypeForwardedTo(typeof(TabularGanMetrics))]
[assembly: TypeForwardedTo(typeof(TabularPairMetrics))]
[assembly: TypeForwardedTo(typeof(TabularUtility))]
