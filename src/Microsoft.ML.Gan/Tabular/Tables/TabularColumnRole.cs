namespace Microsoft.ML.Gan;

/// <summary>What a column of a table is to a GAN.</summary>
public enum TabularColumnRole
{
    /// <summary>Numbers, learnt by their quantiles.</summary>
    Numeric,

    /// <summary>Whole numbers, learnt by their quantiles; samples are whole too.</summary>
    Integer,

    /// <summary>One of a set of values; samples have no other.</summary>
    Categorical,

    /// <summary>Dates or spans of time, learnt by their quantiles.</summary>
    Date,

    /// <summary>Texts or whole numbers that name rows: they are not learnt, but made anew, no two alike and none of the training rows'.</summary>
    Identifier,

    /// <summary>
    /// Texts about a person: names, mail addresses, telephone numbers, streets, companies, accounts. They are not learnt, but made anew, as
    /// identifiers are; they look real where <c>TabularGenerator.PersonalData</c> is set.
    /// </summary>
    Personal,
}
