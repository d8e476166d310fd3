using AutoMLZero.Insight.Reading;

namespace AutoMLZero.Insight.Tests.Reading;

public class NameTests
{
    [Theory]
    [InlineData("error", "error", "error", "the error")]
    [InlineData("learning rate", "learningRate", "learning_rate", "the learning rate")]
    [InlineData("change 2", "change2", "change_2", "the second change")]
    [InlineData("scaled error 9", "scaledError9", "scaled_error_9", "the ninth scaled error")]
    [InlineData("total 11", "total11", "total_11", "the 11th total")]
    [InlineData("total 21", "total21", "total_21", "the 21st total")]
    [InlineData("total 112", "total112", "total_112", "the 112th total")]
    public void A_name_is_written_as_the_place_asks(string words, string camel, string snake, string inSentence)
    {
        var name = new Name(words);
        Assert.Equal((camel, snake, inSentence), (name.Camel, name.Snake, name.InSentence));
    }
}
