"""Names that people bear: what tells that a run of capitalised words is a person.

The larger list, given.txt, was put together from the first names of the 1990 census of the United States, which are in
the public domain, and from those of Faker (copyright (c) 2012 Daniele Faraglia, MIT licence).
"""

from functools import cache
from pathlib import Path

__all__ = ["CHINESE_SURNAMES", "GIVEN", "KOREAN_SURNAMES", "NOT_NAMES", "gender_of_given", "is_given"]

GIVEN = frozenset(
    """
Aaron Abdel Abdul Abdullah Abdullahi Abigail Adam Adama Adrian Adriana Ahmad Ahmed Aisha Akira Alain Alan Alastair
Albert Alberto Alejandro Aleksandr Alex Alexander Alexandra Alexei Alexis Alfonso Alfred Ali Alice Alison Alistair
Allan Allen Alok Amadou Amanda Amber Amina Amir Amit Amy Ana Anatoly Anders Andre Andrea Andreas Andrei Andrew
Andrzej Andrés Andy Angela Angelo Angus Anil Anita Ann Anna Anne Annie Anthony Antoine Antonella Antonio Anwar Ari
Arjun Arnold Arthur Arturo Arun Arvind Ashley Ashok Asif Aung Barack Barbara Barry Ben Benedict Benigno Benjamin
Benny Benoît Bernard Bernie Beth Beto Betty Bill Billy Bjorn Bob Boris Brad Brandon Brenda Brett Brian Bruce Bruno
Bryan Byron Cameron Camila Carl Carla Carlo Carlos Carmen Carol Caroline Carolyn Catherine Cecilia Charles Charlie
Charlotte Cheryl Chidi Chris Christian Christina Christine Christophe Christopher Chuck Claire Clara Claude Claudia
Cliff Clint Clive Cody Colin Connor Cory Craig Cristiano Cristina Cynthia Cyril César Dan Daniel Danielle Danny
Darren Darryl Dave David Dawn Dean Deborah Deepak Delfin Denis Dennis Derek Desmond Diana Diane Dick Diego Dieter
Dirk Dmitri Dmitry Dmytro Dominic Don Donald Donna Dorothy Doug Douglas Duncan Dustin Dwight Dylan Eddie Edgar
Edouard Eduardo Edward Edwin Eleanor Elena Elias Elijah Elizabeth Ella Ellen Elliot Elliott Elon Emeka Emily Emma
Emmanuel Emmanuelle Emmerson Enrico Eoin Eric Erik Erika Erin Ernest Ernesto Ernie Ernst Esteban Ethan Eugene Eva
Evan Evelyn Evgeny Evo Fabio Faisal Fatima Felipe Felix Ferdinand Fernando Fiona Floyd Forrest Frances Francesco
Francis Francisco Franco Frank Franz François Fred Frederick Freja Friedrich Gabriel Gabriela Gareth Garrett Gary
Gaurav Gavin Gene Geoff Geoffrey George Gerald Geraldine Gerard Gerhard Gilles Gina Ginger Giorgia Giovanni Giuseppe
Gladys Glen Glenn Gloria Gonzalo Gordon Grace Graham Grant Greg Gregory Greta Guillaume Guillermo Gunnar Gustavo Guy
Gwen Günter Hage Hamid Hamish Hannah Hans Harold Harriet Harry Harsh Haruki Harvey Hassan Hattie Hazel Heather
Hector Heidi Heiko Heinz Helen Helmut Henri Henrik Henry Herbert Hervé Hillary Hiroshi Holly Horst Hossein Howard
Hugh Hugo Hunter Hussein Ian Ibrahim Ibrahima Ida Idriss Ignacio Igor Imran Ingrid Ingvar Inés Irene Iris Isaac
Isabel Isla Ivan Ivanka Ivy Jacek Jacinda Jack Jackie Jackson Jacob Jacques Jair Jake James Jamie Jan Jane Janet
Janice Jared Jarosław Jasmine Jason Jasprit Javad Javier Jay Jean Jeff Jeffrey Jenna Jennifer Jenny Jens Jeremy
Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joaquín Jochen Jodi Jodie Joe Joel Jofra Johan Johannes John
Johnny Joko Jon Jonas Jonathan Jordan Jorge Jose Joseph Joshua Josie José Joyce Juan Judith Judy Julia Julian Julie
Julio Julius Justin Jutta Jürgen Kaitlyn Kamala Kane Kara Karen Karim Karin Karl Katarzyna Kate Katherine Kathleen
Kathryn Kathy Katie Katrin Keith Kelly Ken Kenji Kenneth Kevin Khaled Khalid Kim Kimberly Kiran Kirsten Kirstin
Kjell Klaus Kofi Kristen Kristin Kristina Krzysztof Kurt Kwame Kyle Lachlan Lakshmi Lance Larry Lars Laura Lauren
Laurence Laurent Lawrence Leah Lee Lena Leo Leon Leonard Leopoldo Leslie Lewis Liam Lily Linda Lindiwe Lindsey
Lionel Lisa Liz Lloyd Logan Lois Lorenzo Lorna Louis Louise Luca Lucas Lucia Lucy Luigi Luis Luisa Luka Luke Lydia
Lynn Mabel Madeleine Maggie Magnus Mahathir Mahmoud Malala Malcolm Mandy Manfred Manoj Manuel Marc Marcel Marcia
Marco Marcus Marek Margaret Maria Mariam Marianne Mariano Marie Marina Mario Marion Marjorie Mark Marlene Marta
Martha Martin Martín Marvin Mary Massimo Mateusz Mathew Mathieu Mats Matt Matteo Matthew Matthias Maureen Maurice
Mauricio Max Maxim Maya Małgorzata Meera Megan Mehdi Melanie Melissa Mette Michael Michel Michelle Mick Mickey
Miguel Mike Mikhail Milo Minh Miranda Mitch Mitt Mohamed Mohammad Mohammed Mohan Molly Monica Moussa Muhammad
Muhammadu Mustafa Myra Nadia Nadine Nancy Naomi Naoto Narendra Nasser Natalia Natalie Natasha Nathalie Nathan Ned
Neil Nell Nellie Nelson Ngozi Nguyen Nicholas Nick Nickey Nicola Nicolas Nicole Nicolás Nigel Nikki Nikola Nikolai Nils
Nina Nirmala Nitin Noah Noel Nora Norman Novak Octavia Olaf Ole Oleg Olga Oliver Olivia Olivier Olusegun Omar Oscar
Otto Owen Pablo Pamela Paolo Pascal Pat Patricia Patrick Paul Paula Pauline Pavel Paweł Pedro Peggy Penny Percy
Perry Pete Peter Petra Petro Phil Philip Philippe Phillip Phoebe Phyllis Pierre Pietro Piotr Polly Pooja Prakash
Prayut Priya Quentin Rachel Rafael Rahul Rainer Rajesh Rajiv Ralph Ramesh Ramón Randy Raphaël Rasmus Ravi Ravindra
Ray Raymond Raúl Rebecca Reg Reginald Reza Rhonda Ricardo Richard Rick Ricky Rita Rob Robbie Robert Roberto Robin
Roderick Rodney Rodolfo Rodrigo Roger Rohit Roland Rolf Ron Ronald Rory Rosa Rose Rosemary Ross Roxanne Roy Ruby
Rudy Rupert Russell Ruth Ryan Rémi Sabine Sachin Sadie Sally Salman Sam Samantha Samuel Sandra Sanjay Sara Sarah
Scott Sean Sebastian Selena Serena Sergei Sergio Seth Shane Shankar Shannon Sharon Shaun Sheila Sherrod Sheryl
Shigeru Shikhar Shinzo Shirley Sid Sidney Sigrid Silvia Silvio Simon Simone Smriti Sonia Sophia Sophie Spencer
Stacey Stan Stanley Stefan Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Suresh Susan Sushma
Suzanne Sven Svetlana Sylvester Sylvia Sébastien Takashi Tammy Tanya Tara Tariq Taro Tatiana Ted Teresa Terry Tessa
Thabo Thanh Thelma Theo Theodore Theresa Thierry Thomas Tiffany Tiger Tim Timothy Tina Tobias Toby Todd Tom Tomasz
Tommy Tomás Toni Tony Tove Tracy Travis Trent Trevor Tristan Tulsi Tyler Tyrone Uhuru Ulf Ursula Usain Uwe Valentina
Valerie Valérie Vanessa Vaughn Velma Venus Vera Vernon Veronica Vicente Vicky Victor Victoria Vijay Vikram Viktor
Vincent Vinod Virat Vittorio Vivian Vladimir Volodymyr Wallace Walter Wanda Warren Wayne Wendell Wendy Wesley Wilbur
Wilfred Will William Willie Winston Wojciech Wolfgang Wyatt Xavier Yasmin Yasser Yevgeny Yoko Yoweri Yuki Yuri Yusuf
Yves Yvette Yvonne Zach Zachary Zack Zbigniew Zodwa Zoe Éric Óscar Łukasz
""".split()
)
CHINESE_SURNAMES = frozenset(
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie "
    "Song Tang Han Feng "
    "Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Jia "
    "Xia Fu Fang Zou Bai "
    "Meng Qin Qiu Hou Jin Yin Qian Tan Fan Ning Shi Xiong Kong Qi An Gu Long Duan Lei Shao Hao Mao Wan "
    "Ji Zhong Cui Xue".split()
)
KOREAN_SURNAMES = frozenset(
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Jeon Ko "
    "Moon Son Yang Bae Baek "
    "Heo Nam Sim Noh Ha Kwak Sung Cha Joo Woo Koo Min Na Ji Um Hwang Chung Yoo".split()
)
NOT_NAMES = frozenset(
    "Show Safety News Radio Live Report Week Hour Podcast "
    "National International Scientific Olympic Olympics Paralympic World Global Royal Federal State "
    "United North South East "
    "West Northern Southern Eastern Western Central New Old Great Grand High Supreme Public Social "
    "Democratic Republican "
    "Labour Conservative Liberal Green Human Civil Medical Health Science Sports Sport Football Cricket "
    "Gold Silver Bronze "
    "Medal Wall Street Road Avenue Flight Air Airbus Boeing Google Apple Facebook Twitter Amazon "
    "Microsoft Netflix Disney "
    "Fox Sky Star Daily Sunday Today Weekly Morning Evening Business Financial European Asian African "
    "American Atlantic "
    "Pacific Indian Christian Muslim Islamic Jewish Catholic Buddhist Prize Award Act Bill Law Treaty "
    "Agreement Day Week "
    "Year Month Street Bridge Fire Rescue Emergency Security Intelligence Home Internet Web Wiki Space "
    "Solar Moon Earth "
    "Brexit Nobel Premier First Second Third Sea Ocean River Lake Mountain Mount Fort Port Saint San Santa Los Las El "
    "Bible Gospel Hong Al-Qaeda Taliban Congress Senate House White Grammy Oscar Academy Reuters Wikinews Wikipedia "
    "Kingdom Republic Yard Amnesty Rebellion Downing Rights Watch Jazeera Haram Shabaab Greenpeace Union".split()
)
"""Words that no person is called by, whatever stands beside them."""


@cache
def _known() -> dict[str, str]:
    """Given names of many languages to ``female``, ``male`` or ``either``."""
    rows = Path(__file__).with_name("given.txt").read_text("utf-8").splitlines()
    parted = (row.partition(": ") for row in rows)
    return {name: gender for gender, _, names in parted for name in names.split(" ")}


def is_given(word: str) -> bool:
    """Whether a word is a given name and seldom anything else."""
    return word in GIVEN or word in _known()


def gender_of_given(word: str) -> str:
    """``female`` or ``male`` for a given name that only women or only men bear, else empty."""
    gender = _known().get(word, "")
    return "" if gender == "either" else gender
