namespace Gan.Onnx;

/// <summary>What a column of personal data holds.</summary>
public enum PersonalKind
{
    /// <summary>First names, as Ada.</summary>
    FirstName,

    /// <summary>Family names, as Lovelace.</summary>
    LastName,

    /// <summary>First and family names, as Ada Lovelace.</summary>
    FullName,

    /// <summary>Names by which users log in, as ada.lovelace.</summary>
    UserName,

    /// <summary>Mail addresses.</summary>
    Email,

    /// <summary>Telephone numbers.</summary>
    Phone,

    /// <summary>Street and number.</summary>
    StreetAddress,

    /// <summary>Names of companies.</summary>
    Company,

    /// <summary>International bank account numbers (ISO 13616).</summary>
    Iban,

    /// <summary>Numbers of payment cards (ISO/IEC 7812).</summary>
    PaymentCard,

    /// <summary>Addresses of the internet protocol, version 4.</summary>
    IpAddress,
}
