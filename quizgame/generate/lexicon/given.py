"""Names that people bear: what tells that a run of capitalised words is a person."""

__all__ = ["CHINESE_SURNAMES", "GIVEN", "KOREAN_SURNAMES", "NOT_NAMES"]

GIVEN = frozenset(
    """
Aaron Abdul Abdullah Abigail Adam Adrian Ahmad Ahmed Aisha Alan Albert Alberto Alejandro Alex Alexander Alexandra Alexis
Alfred Ali Alice Alison Allan Allen Alok Amanda Amber Amir Amit Amy Ana Anders Andre Andrea Andreas Andrew Andy Angela
Anita Ann Anna Anne Annie Anthony Antonio Anwar Ari Arnold Arthur Arun Ashley Asif Barack Barbara Barry Ben Benjamin
Benny Bernard Bernie Beth Betty Bill Billy Bob Boris Brad Brandon Brenda Brett Brian Bruce Bruno Bryan Byron Carl Carla
Carlos Carmen Carol Caroline Carolyn Catherine Cecilia Charles Charlie Charlotte Chelsea Cheryl Chris Christian
Christina
Christine Christopher Claire Clara Claude Claudia Colin Connor Craig Cynthia Dan Daniel Danielle Danny Darren Dave David
Dawn Dean Deborah Denis Dennis Derek Diana Diane Diego Dmitri Dmitry Dominic Don Donald Donna Dorothy Doug
Douglas Duncan
Dylan Eddie Edgar Eduardo Edward Edwin Eleanor Elena Elias Elizabeth Ella Ellen Emily Emma Emmanuel Eric Erik
Erin Ernest
Ethan Eugene Eva Evan Evelyn Faisal Felix Fernando Fiona Florence Frances Francesco Francis Francisco Frank
Fred Frederick
Gabriel Gareth Gary Gavin Gene Geoff Geoffrey George Gerald Gerard Gina Giovanni Giuseppe Glenn Gloria Gordon
Grace Graham
Grant Greg Gregory Greta Guillermo Gustavo Guy Hannah Hans Harold Harriet Harry Harvey Hassan Heather Hector Helen Henry
Herbert Holly Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran Ingrid Irene Isaac Isabel Ivan Jack Jackie Jackson Jacob
Jacques Jake James Jamie Jan Jane Janet Janice Jared Jason Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome
Jerry Jesse
Jessica Jill Jim Jimmy Joan Joanna Joe Joel Johan Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Joseph
Joshua Joyce Juan Judith Judy Julia Julian Julie Julius Justin Karen Karim Karl Kate Katherine Kathleen Kathryn Kathy
Katie Keith Kelly Ken Kenneth Kevin Khalid Kim Kimberly Kirsten Kofi Kristen Kurt Kyle Larry Laura Lauren
Laurence Lawrence
Leah Lee Leo Leon Leonard Leslie Lewis Liam Linda Lindsey Lisa Liz Lloyd Logan Louis Louise Lucas Lucy Luis
Luke Lynn Manuel
Marc Marcel Marco Marcus Margaret Maria Marie Marina Mario Marion Mark Marta Martha Martin Marvin Mary Mathew
Matt Matthew
Maureen Maurice Max Megan Melanie Melissa Michael Michel Michelle Miguel Mike Milan Mitch Mohamed Mohammad Mohammed Moon
Monica Muhammad Nancy Naomi Narendra Natalie Natasha Nathan Neil Nelson Nicholas Nick Nicolas Nicola Nicole
Nigel Nikolai
Nina Noah Nora Norman Oliver Olivia Olga Omar Oscar Otto Owen Pablo Pamela Pat Patricia Patrick Paul Paula Pauline Pedro
Peggy Pete Peter Phil Philip Philippe Phillip Pierre Prakash Priya Rachel Rahul Rajesh Ralph Ramesh Randy Ray Raymond
Rebecca Ricardo Richard Rick Ricky Rita Rob Robert Roberto Robin Rodrigo Roger Roland Ron Ronald Rory Rosa Rose Ross Roy
Ruby Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Sean Sebastian Sergei Sergio Seth Shane
Shannon Sharon
Shaun Sheila Shinzo Shirley Silvia Simon Sofia Sonia Sophia Sophie Stacey Stanley Stefan Stella Stephanie Stephen Steve
Steven Stuart Sue Sunil Susan Suzanne Sven Sylvia Tara Ted Teresa Terry Theo Theresa Thomas Tiffany Tim Timothy
Tina Todd
Tom Tommy Toni Tony Tracy Trevor Tyler Valerie Vanessa Vera Veronica Vicky Victor Victoria Vijay Vincent Viktor Vladimir
Walter Warren Wayne Wendy Wesley Will William Winston Xavier Yasmin Yuri Yusuf Zachary Zoe Nickey Hage Rudy
Jair Emmanuelle
Angus Alastair Alistair Malcolm Jacinda Scott Kamala Elon Mitt Nikki Ivanka Malala Benedict Cristiano Lionel
Novak Rafael
Serena Venus Naomi Usain Simone Lance Tiger Sachin Virat Rohit Shikhar Kane Eoin Jofra Pat Jasprit Ravindra Luka Harvey
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
    "Hong Al-Qaeda Taliban Congress Senate House White Grammy Oscar Academy Reuters Wikinews Wikipedia "
    "Kingdom Republic".split()
)
"""Words that no person is called by, whatever stands beside them."""
