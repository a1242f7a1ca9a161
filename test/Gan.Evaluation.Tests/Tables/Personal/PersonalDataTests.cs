using Gan.Evaluation.Tables.Personal;
using Gan.Onnx;

namespace Gan.Evaluation.Tests.Tables.Personal;

[TestClass]
public sealed class PersonalDataTests
{
    [TestMethod]
    [DataRow("anything", "ann@example.org;b.c+d@mail.example.co.uk", PersonalKind.Email)]
    [DataRow("konto", "DE89 3704 0044 0532 0130 00;GB82WEST12345698765432", PersonalKind.Iban)]
    [DataRow("host", "192.168.0.1;8.8.8.8", PersonalKind.IpAddress)]
    [DataRow("Card_Number", "4111 1111 1111 1111;5500-0000-0000-0004", PersonalKind.PaymentCard)]
    [DataRow("HomePhone", "+49 30 901820;(555) 123-4567 x12", PersonalKind.Phone)]
    [DataRow("user_name", "ann.lee;bob7", PersonalKind.UserName)]
    [DataRow("FirstName", "Ann;Jean-Luc", PersonalKind.FirstName)]
    [DataRow("Prénom", "Zoé;Luc", PersonalKind.FirstName)]
    [DataRow("customer.last name", "O'Neil;Ünal", PersonalKind.LastName)]
    [DataRow("Name", "Braund, Mr. Owen Harris;Allen, Miss. Elisabeth", PersonalKind.FullName)]
    [DataRow("name", "孔乐驹;杨博文", PersonalKind.FullName)]
    [DataRow("customer_name", "Ann Lee;Bob May", PersonalKind.FullName)]
    [DataRow("Street", "Feldstr. 85b;12 Main Street", PersonalKind.StreetAddress)]
    [DataRow("employer", "Acme;Lee & May Ltd.", PersonalKind.Company)]
    public void Find_PersonalData_IsKnownByNameAndValues(string name, string values, PersonalKind expected) =>
        Assert.AreEqual(expected, PersonalData.Find(name, values.Split(';')));

    [TestMethod]
    [DataRow("product_name", "Red Shoe;Blue Shirt")]                  // names of things
    [DataRow("name", "Falcon;Eagle")]                                 // one word: of anything
    [DataRow("first_name", "A1;B2")]
    [DataRow("mail", "ann@example;none")]
    [DataRow("konto", "DE88 3704 0044 0532 0130 00")]                 // wrong check digits
    [DataRow("host", "300.1.1.1")]
    [DataRow("card", "4111 1111 1111 1112")]                          // wrong last digit
    [DataRow("code", "4111 1111 1111 1111")]                          // not said to be a card
    [DataRow("phone", "Nokia 3310;iPhone 12")]
    [DataRow("date", "2024-01-01")]
    [DataRow("last login", "2024-01-01T10:00")]
    [DataRow("address", "Berlin;Paris")]
    [DataRow("name", "")]
    public void Find_OtherTexts_AreNone(string name, string values) => Assert.IsNull(PersonalData.Find(name, values.Split(';')));

    [TestMethod]
    public void Find_OneOddValueInTen_IsTheSame()
    {
        string[] mails = [.. Enumerable.Range(0, 9).Select(i => $"a{i}@example.org")];

        Assert.AreEqual(PersonalKind.Email, PersonalData.Find("m", [.. mails, "none"]));
        Assert.IsNull(PersonalData.Find("m", [.. mails, "none", "unknown"]));
    }

    [TestMethod]
    public void AreRare_IsWhereMostValuesAreOfFewRows()
    {
        Assert.IsTrue(PersonalData.AreRare([1, 4, 90], 5));
        Assert.IsFalse(PersonalData.AreRare([1, 5, 90], 5));
        Assert.IsFalse(PersonalData.AreRare([1, 90], 5));
        Assert.IsFalse(PersonalData.AreRare([1, 1, 1], 1));
    }
}
